/**
 * The stability of one network, all in one report: a reservoir about to be drawn or a model that
 * was saved, alone or along a data set; and the warnings that other commands give. May depend on
 * {@code org.mf4j.stability}, {@code org.mf4j.models} and {@code org.mf4j.data}; formats nothing.
 */
package org.mf4j.stability.report;
