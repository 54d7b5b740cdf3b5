/** What more cores are worth: the same work by one thread, by two, and so on. */
package org.mf4j.benchmarks.cores;
