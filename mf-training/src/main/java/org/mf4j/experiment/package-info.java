/**
 * Experiments: trials of several models on one data set, and their scores. May depend on {@code
 * org.mf4j.models}, {@code org.mf4j.data} and {@code org.mf4j.training} for its listener; nothing
 * in this module may depend on it. Its sub-packages say what else each may use.
 */
package org.mf4j.experiment;
