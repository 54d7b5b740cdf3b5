/** What the elementary functions cost. Depends on the random data, the functions and JMH. */
package org.mf4j.benchmarks.math;
