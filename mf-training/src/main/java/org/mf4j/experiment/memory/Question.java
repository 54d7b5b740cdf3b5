package org.mf4j.experiment.memory;

import java.util.Locale;
import org.mf4j.networks.Head;
import org.mf4j.random.SeededRandom;
import org.mf4j.signals.AddingProblem;
import org.mf4j.signals.DelayedRecall;
import org.mf4j.signals.MemoryTask;
import org.mf4j.signals.SequentialParity;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** The tasks, as networks see them, and when one counts as solved. */
public enum Question {
  /** Solved by a mean squared error below a tenth of what the best constant has, 1/60. */
  ADDING(new AddingProblem()),
  /** One of eight symbols behind noise of sigma .2; solved by an accuracy of at least .99. */
  RECALL(new DelayedRecall(8, 0.2)),
  /** Solved by an accuracy of at least .99. */
  PARITY(new SequentialParity());

  private static final double ACCURATE = 0.99;
  private static final double SHARE_OF_CHANCE = 0.1;

  // Every task is a record of numbers.
  @SuppressWarnings("ImmutableEnumChecker")
  private final MemoryTask task;

  Question(MemoryTask task) {
    this.task = task;
  }

  /** {@return the task} */
  public MemoryTask task() {
    return task;
  }

  /** {@return its name in files and tables} */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Whether a score is that of a network that remembers.
   *
   * @param score accuracy, or mean squared error
   * @return whether the task is solved
   */
  public boolean isSolvedBy(double score) {
    return isNumber() ? score < SHARE_OF_CHANCE * task.chance() : score >= ACCURATE;
  }

  private boolean isNumber() {
    return task.classes() == 0;
  }

  Head head() {
    return isNumber() ? Head.LINEAR : Head.SOFTMAX;
  }

  int outputs() {
    return Math.max(1, task.classes());
  }

  /** Draws series {@code [B,nIn,T]} with answers {@code [B,K]}, classes one-hot. */
  DataSet draw(int series, int length, SeededRandom random) {
    float[] values = new float[Math.multiplyExact(series * task.channels(), length)];
    float[] answers = new float[series * outputs()];
    int at = 0;
    for (int i = 0; i < series; i++) {
      MemoryTask.Example example = task.draw(length, random);
      for (double[] channel : example.channels()) {
        for (double value : channel) {
          values[at++] = (float) value;
        }
      }
      if (isNumber()) {
        answers[i] = (float) example.target();
      } else {
        answers[i * outputs() + (int) example.target()] = 1;
      }
    }
    return new DataSet(
        Nd4j.create(values, new long[] {series, task.channels(), length}, 'c'),
        Nd4j.create(answers, new long[] {series, outputs()}, 'c'));
  }

  /** The mean squared error, or the accuracy, of outputs {@code [B,K]}. */
  double score(INDArray outputs, INDArray answers) {
    if (isNumber()) {
      double error = outputs.distance2(answers);
      return error * error / answers.rows();
    }
    int right = 0;
    for (int i = 0; i < answers.rows(); i++) {
      right += answers.getRow(i).getDouble(outputs.getRow(i).argMax().getLong(0)) > 0 ? 1 : 0;
    }
    return (double) right / answers.rows();
  }
}
