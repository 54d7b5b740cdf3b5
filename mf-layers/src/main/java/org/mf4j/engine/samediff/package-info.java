/**
 * The defining engine: eqs. (9)-(12) as a SameDiff graph, whose autodiff is backpropagation through
 * time; runs on any backend in any precision. Depends on the dynamics, cells, the engine interface
 * and SameDiff; knows no fused engine.
 */
package org.mf4j.engine.samediff;
