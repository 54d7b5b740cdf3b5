/**
 * The stability of one network, all in one report: a reservoir about to be drawn or a model that
 * was saved, alone or along a data set; and the warnings that other commands give. May depend on
 * {@code org.mf4j.stability}, {@code org.mf4j.models}, {@code org.mf4j.networks}, {@code
 * org.mf4j.data} and the layers; formats nothing, and nothing in this module may depend on it.
 */
package org.mf4j.stability.report;
