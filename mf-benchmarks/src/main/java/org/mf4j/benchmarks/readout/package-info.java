/** The cost of solving a readout. Depends on the readouts, EJML, ND4J and JMH. */
package org.mf4j.benchmarks.readout;
