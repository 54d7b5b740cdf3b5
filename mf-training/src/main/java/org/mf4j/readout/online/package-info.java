/**
 * Readouts that learn from one example at a time, for streams: recursive least squares and least
 * mean squares. May depend on ND4J, DL4J and the readouts that are solved.
 */
package org.mf4j.readout.online;
