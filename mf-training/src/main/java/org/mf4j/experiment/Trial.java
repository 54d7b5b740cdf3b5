package org.mf4j.experiment;

/**
 * One model, fitted with one seed and scored on the test set.
 *
 * @param seed the seed
 * @param score accuracy or RMSE
 * @param fitSeconds wall-clock time of the fit
 * @param predictSeconds wall-clock time of predicting the whole test set
 */
public record Trial(long seed, double score, double fitSeconds, double predictSeconds) {}
