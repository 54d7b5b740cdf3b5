package org.mf4j.training;

/**
 * How training ended.
 *
 * @param epochs the number of epochs run
 * @param loss the mean loss per series over the last epoch, or of the best weights if those were
 *     restored
 */
public record TrainingResult(int epochs, double loss) {}
