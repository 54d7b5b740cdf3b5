/**
 * Model selection: grids over any number among a model's settings, strategies, validation, and the
 * search that runs the trials in parallel. May depend on {@code org.mf4j.models} and what that
 * needs to change settings; knows no paper and no file.
 */
package org.mf4j.search;
