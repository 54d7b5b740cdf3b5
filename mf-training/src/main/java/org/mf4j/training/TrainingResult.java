package org.mf4j.training;

/**
 * How training ended.
 *
 * @param epochs the number of epochs run
 * @param loss the mean loss per series over the last epoch
 */
public record TrainingResult(int epochs, double loss) {}
