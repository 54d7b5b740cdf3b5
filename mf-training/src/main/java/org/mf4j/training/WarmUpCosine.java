package org.mf4j.training;

import java.util.Objects;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * A learning rate that rises linearly and falls by half a cosine, as Deeplearning4j keeps it with a
 * network: four numbers in the file, however long the training. Of L epochs or updates the first w
 * have the rate eta (t + 1) / w, at most eta, those from w on eta (1 + cos(pi (t - w) / (L - w))) /
 * 2; t counts from 0, and after the last one the rate stays. Deeplearning4j's own {@code
 * MapSchedule} would hold a number for every t, its {@code CycleSchedule} anneals to the first rate
 * and not to 0.
 */
public final class WarmUpCosine implements ISchedule {
  private static final long serialVersionUID = 1L;

  @JsonProperty private final ScheduleType scheduleType;
  @JsonProperty private final double peak;
  @JsonProperty private final double rise;
  @JsonProperty private final int length;

  /**
   * A schedule.
   *
   * @param scheduleType whether t counts epochs or updates (iterations)
   * @param peak eta, the highest rate
   * @param rise w, in [0, length)
   * @param length L, at least 1
   */
  @JsonCreator
  public WarmUpCosine(
      @JsonProperty("scheduleType") ScheduleType scheduleType,
      @JsonProperty("peak") double peak,
      @JsonProperty("rise") double rise,
      @JsonProperty("length") int length) {
    this.scheduleType = scheduleType;
    this.peak = peak;
    this.rise = rise;
    this.length = length;
  }

  @Override
  public double valueAt(int iteration, int epoch) {
    int t = Math.min(scheduleType == ScheduleType.EPOCH ? epoch : iteration, length - 1);
    return t < rise
        ? peak * Math.min(1, (t + 1) / rise)
        : peak * ((1 + Math.cos(Math.PI * (t - rise) / (length - rise))) / 2);
  }

  /** Immutable. */
  @Override
  public ISchedule clone() {
    return this;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WarmUpCosine that
        && scheduleType == that.scheduleType
        && peak == that.peak
        && rise == that.rise
        && length == that.length;
  }

  @Override
  public int hashCode() {
    return Objects.hash(scheduleType, peak, rise, length);
  }
}
