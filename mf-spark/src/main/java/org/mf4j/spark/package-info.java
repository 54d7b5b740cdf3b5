/**
 * Memristive-friendly reservoirs as estimators and models of Spark ML. A reservoir is drawn once on
 * the driver and sent to the executors; what comes back are the {@linkplain
 * org.mf4j.readout.SufficientStatistics sums} that its readout is solved from. Depends on
 * mf-training and on Spark, which the cluster provides; nothing depends on this package.
 */
package org.mf4j.spark;
