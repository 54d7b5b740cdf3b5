/** Whole models: fit and test, beside numpy and scikit-learn. May depend on mf-training. */
package org.mf4j.benchmarks.models;
