/** What bounds the engines: the matrix product. Depends on the random data, JMH and ND4J. */
package org.mf4j.benchmarks.engine;
