/**
 * Experiments: trials of several models on one data set, and their scores. May depend on {@code
 * org.mf4j.models} and {@code org.mf4j.data}.
 */
package org.mf4j.experiment;
