/**
 * What all benchmarks share: the layers that are compared and the random data they get. The
 * benchmarks lie in packages named like what they measure, one thing per file. Depends on the
 * layers, the readouts, DL4J and the seeded generator.
 */
package org.mf4j.benchmarks;
