/**
 * What a neuron did over a whole series, in a few numbers: one class per summary, each a running
 * computation in memory that does not grow with the series, together with its adjoint. Knows the
 * JDK only; who owns the states and where the series come from is somebody else's business.
 */
package org.mf4j.summaries;
