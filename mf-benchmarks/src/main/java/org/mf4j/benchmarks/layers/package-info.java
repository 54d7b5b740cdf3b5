/**
 * What the layers cost a user: a training step, a reservoir's forward pass, a single step, the
 * first call, memory. Depends on the shared networks and data, JMH and DL4J.
 */
package org.mf4j.benchmarks.layers;
