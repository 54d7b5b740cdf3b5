package org.mf4j.training;

import java.util.List;
import org.mf4j.options.Catalogue;
import org.mf4j.options.Require;
import org.mf4j.options.TextForm;
import org.nd4j.linalg.schedule.FixedSchedule;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/** How the learning rate moves while a network is trained. */
public sealed interface Schedule {
  /** Its text: {@code constant}, {@code cosine(0.05)}, {@code cosine-per-update(0.05)}. */
  TextForm<Schedule> FORM =
      new Catalogue<>(
              Schedule.class,
              "schedule",
              List.of(),
              List.of(
                  Catalogue.Kind.of("constant", Constant.class),
                  Catalogue.Kind.of("cosine", Cosine.class),
                  Catalogue.Kind.of("cosine-per-update", CosinePerUpdate.class)))
          .form();

  /**
   * Deeplearning4j's schedule, which is saved with the network.
   *
   * @param learningRate the highest learning rate, above 0
   * @param epochs how long training will last, at least 1
   * @param updates the number of updates of an epoch, at least 1
   * @return the learning rate over epochs or updates
   */
  ISchedule of(double learningRate, int epochs, int updates);

  /** The learning rate stays. */
  record Constant() implements Schedule {
    @Override
    public ISchedule of(double learningRate, int epochs, int updates) {
      return new FixedSchedule(learningRate);
    }
  }

  /**
   * A linear rise, then half a cosine: of E epochs the first w = warmUp E have the learning rate
   * eta (e + 1) / w, those from w on eta (1 + cos(pi (e - w) / (E - w))) / 2; e counts from 0.
   *
   * @param warmUp the share of the epochs that the rise takes, in [0, 1)
   */
  record Cosine(double warmUp) implements Schedule {
    /**
     * The rise is a share.
     *
     * @throws IllegalArgumentException if it is outside of [0, 1)
     */
    public Cosine {
      Require.below("warmUp", warmUp, 1);
    }

    @Override
    public ISchedule of(double learningRate, int epochs, int updates) {
      return new WarmUpCosine(ScheduleType.EPOCH, learningRate, warmUp * epochs, epochs);
    }
  }

  /**
   * The same over updates, for long epochs.
   *
   * @param warmUp the share of the updates that the rise takes, in [0, 1)
   */
  record CosinePerUpdate(double warmUp) implements Schedule {
    /**
     * The rise is a share.
     *
     * @throws IllegalArgumentException if it is outside of [0, 1)
     */
    public CosinePerUpdate {
      Require.below("warmUp", warmUp, 1);
    }

    @Override
    public ISchedule of(double learningRate, int epochs, int updates) {
      int all = Math.multiplyExact(epochs, updates);
      return new WarmUpCosine(ScheduleType.ITERATION, learningRate, warmUp * all, all);
    }
  }
}
