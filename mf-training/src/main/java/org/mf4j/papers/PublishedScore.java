package org.mf4j.papers;

/**
 * A cell of [APL] Table IV: accuracy or RMSE over five trials.
 *
 * @param mean the mean
 * @param std the standard deviation; 0 where the table prints .000
 */
public record PublishedScore(double mean, double std) {}
