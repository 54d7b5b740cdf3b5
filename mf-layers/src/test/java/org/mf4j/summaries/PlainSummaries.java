package org.mf4j.summaries;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The definitions of the summaries on one trajectory that lies there as a whole. */
public final class PlainSummaries {
  private PlainSummaries() {}

  /** The features of every summary, one after the other. */
  public static double[] of(List<Summary> summaries, double... h) {
    List<Double> features = new ArrayList<>();
    for (Summary summary : summaries) {
      Arrays.stream(of(summary, h)).forEach(features::add);
    }
    return features.stream().mapToDouble(f -> f).toArray();
  }

  private static double[] of(Summary summary, double[] h) {
    int steps = h.length;
    if (summary instanceof StateAt at) {
      return new double[] {h[at.step() < 0 ? steps + at.step() : at.step()]};
    } else if (summary instanceof AllSteps) {
      return h.clone();
    } else if (summary instanceof WindowMean w) {
      int start = (int) Math.floor(w.start() * steps + 0.5);
      int end = (int) Math.floor(w.end() * steps + 0.5);
      start = start == steps ? steps - 1 : start;
      return new double[] {mean(Arrays.copyOfRange(h, start, end > start ? end : start + 1))};
    } else if (summary instanceof StepWindowMean w) {
      return new double[] {mean(Arrays.copyOfRange(h, w.start(), w.end()))};
    }
    return new double[] {one(summary, h)};
  }

  private static double one(Summary summary, double[] h) {
    double result = 0;
    if (summary instanceof Last) {
      return h[h.length - 1];
    } else if (summary instanceof Mean) {
      return mean(h);
    } else if (summary instanceof Maximum) {
      return Arrays.stream(h).max().orElseThrow();
    } else if (summary instanceof StandardDeviation) {
      for (double value : h) {
        result += Math.pow(value - mean(h), 2);
      }
      return Math.sqrt(result / h.length);
    } else if (summary instanceof TotalVariation) {
      for (int t = 1; t < h.length; t++) {
        result += Math.abs(h[t] - h[t - 1]);
      }
    } else if (summary instanceof RisingSteps) {
      for (int t = 1; t < h.length; t++) {
        result += h[t] > h[t - 1] ? 1 : 0;
      }
    } else {
      throw new IllegalArgumentException("no definition of " + summary);
    }
    return h.length == 1 ? 0 : result / (h.length - 1);
  }

  private static double mean(double... h) {
    return Arrays.stream(h).sum() / h.length;
  }
}
