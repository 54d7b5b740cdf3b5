/** The cost of solving a readout. */
package org.mf4j.benchmarks.readout;
