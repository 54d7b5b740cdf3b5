/**
 * The fast engine: whole series forward and back in one call, on float arrays of the CPU. Series
 * are dealt in blocks of rows to threads; every block goes through all steps alone. Depends on
 * cells, the engine interface and ND4J; knows no SameDiff.
 */
package org.mf4j.engine.fused;
