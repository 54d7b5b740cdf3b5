/**
 * Whole models: fit and test, beside numpy and scikit-learn; and what they score. May depend on
 * mf-training.
 */
package org.mf4j.benchmarks.models;
