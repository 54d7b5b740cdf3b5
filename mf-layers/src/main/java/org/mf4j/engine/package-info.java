/**
 * How a series is run through a cell: the interface of all engines, the values it exchanges, and
 * how an engine is found and chosen. Arrays are time-major here ({@code [T,B,n]}); DL4J's {@code
 * [B,n,T]} stops at the layer. Engines may depend on cells and ND4J, never on DL4J.
 */
package org.mf4j.engine;
