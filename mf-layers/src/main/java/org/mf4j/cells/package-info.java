/**
 * The recurrent neurons: one class per cell that defines its step as a graph, and one per cell that
 * computes the same step and its adjoint on float arrays. Both translate the plain step of {@code
 * org.mf4j.dynamics}. Depends on the dynamics, the float functions and SameDiff's graph; knows no
 * loop, no mask, no engine and no DL4J layer.
 */
package org.mf4j.cells;
