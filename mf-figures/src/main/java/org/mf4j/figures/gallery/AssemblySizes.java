package org.mf4j.figures.gallery;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mf4j.data.Datasets;
import org.mf4j.data.SeriesSet;
import org.mf4j.data.Split;
import org.mf4j.data.TrainTest;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.figures.results.SizeCurves;
import org.mf4j.models.MemristiveSettings;
import org.mf4j.models.ModelFitter;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.ReservoirLearning;
import org.mf4j.papers.NanowireAssemblies;
import org.mf4j.random.SeededRandom;
import org.mf4j.reservoir.input.IntervalInput;
import org.mf4j.stability.Interval;
import org.mf4j.stability.NanowireNeuron;
import org.mf4j.training.EpochListener;

/**
 * Fig. 3 of [ESANN]: assemblies of nanowire neurons beside assemblies of tanh neurons and echo
 * state networks, {@link NanowireAssemblies}. Settings are chosen per data set and kind, from a
 * random part of the grid of Table 3, by the accuracy on a fifth of the training set at N = 100,
 * and serve all sizes; nanowires that Theorem 3.1 does not cover on this training set are left out.
 */
record AssemblySizes(Path dataDir, long seed) {
  static final List<String> DATASETS = List.of("ECG5000", "SyntheticControl");

  /** What Table 3 varies. */
  private static final Set<String> STATED =
      Set.of(
          "input",
          "inputScaling",
          "biasScaling",
          "topology",
          "spectralRadius",
          "leakRate",
          "deltaT");

  private static final int DRAWS = 3;
  private static final int CANDIDATES = 30;

  /** A curve, and the settings that made it, for the caption. */
  private record Found(SizeCurves.Curve curve, String settings) {}

  List<SizeCurves> pictures() throws InterruptedException {
    List<SizeCurves.Panel> panels = new ArrayList<>();
    StringBuilder settings = new StringBuilder();
    for (String dataset : DATASETS) {
      List<Found> found = curves(Datasets.onlyIn(dataDir).read(dataset));
      panels.add(new SizeCurves.Panel(dataset, found.stream().map(Found::curve).toList()));
      found.forEach(
          one -> settings.append("; ").append(dataset).append(", ").append(one.settings()));
    }
    String method =
        DRAWS
            + " draws; settings chosen among "
            + CANDIDATES
            + " of Table 3 on a fifth of the training set at N = 100"
            + settings;
    return List.of(new SizeCurves(panels, method));
  }

  private List<Found> curves(TrainTest data) throws InterruptedException {
    double largest = largest(data.train());
    int chosenAt = NanowireAssemblies.SIZES.get(0);
    List<ModelSettings> nanowires =
        NanowireAssemblies.nanowireGrid(chosenAt).stream()
            .filter(settings -> forgets(settings, largest))
            .toList();
    return List.of(
        curve("nanowire neurons", nanowires, data),
        curve("tanh neurons, uncoupled", NanowireAssemblies.tanhGrid(chosenAt), data),
        curve("echo state network", NanowireAssemblies.echoStateGrid(chosenAt), data));
  }

  private static double largest(SeriesSet set) {
    return set.series().stream()
        .flatMap(series -> Arrays.stream(series.channels()))
        .flatMapToDouble(Arrays::stream)
        .map(Math::abs)
        .max()
        .orElseThrow();
  }

  /** Theorem 3.1 for every omega that can be drawn and every input up to the largest. */
  private static boolean forgets(ModelSettings nanowires, double largest) {
    IntervalInput omega =
        (IntervalInput) ((ReservoirLearning) nanowires.learning()).reservoir().input();
    MemristiveDynamics dynamics = ((MemristiveSettings) nanowires.cell()).dynamics();
    double drive = (omega.centre() + omega.spread()) * largest;
    NanowireNeuron neuron = new NanowireNeuron(dynamics, Integration.EULER, 0);
    return neuron.memoryFactor(new Interval(-drive, drive)) < 1;
  }

  private Found curve(String neurons, List<ModelSettings> grid, TrainTest data)
      throws InterruptedException {
    ModelSettings chosen = best(sample(grid), data.train());
    double[] sizes = NanowireAssemblies.SIZES.stream().mapToDouble(size -> size).toArray();
    double[] mean = new double[sizes.length];
    double[] std = new double[sizes.length];
    for (int i = 0; i < sizes.length; i++) {
      double[] scores = scores(chosen.withUnits((int) sizes[i]), data);
      mean[i] = Arrays.stream(scores).average().orElseThrow();
      std[i] = deviation(scores, mean[i]);
    }
    return new Found(
        new SizeCurves.Curve(neurons, sizes, mean, std), neurons + ": " + settings(chosen));
  }

  private static String settings(ModelSettings settings) {
    return settings.describe().entrySet().stream()
        .filter(entry -> STATED.contains(entry.getKey()))
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  private List<ModelSettings> sample(List<ModelSettings> grid) {
    int[] order = IntStream.range(0, grid.size()).toArray();
    new SeededRandom(seed).shuffle(order);
    return Arrays.stream(order).limit(CANDIDATES).mapToObj(grid::get).toList();
  }

  private ModelSettings best(List<ModelSettings> candidates, SeriesSet train)
      throws InterruptedException {
    Split split = Split.holdOut(train, Split.VALIDATION_FRACTION, seed);
    ModelSettings best = null;
    double highest = -1;
    for (ModelSettings candidate : candidates) {
      double score = score(candidate, split.train(), split.validation(), seed);
      if (score > highest) {
        highest = score;
        best = candidate;
      }
    }
    return best;
  }

  private double[] scores(ModelSettings settings, TrainTest data) throws InterruptedException {
    double[] scores = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      scores[draw] = score(settings, data.train(), data.test(), seed + draw);
    }
    return scores;
  }

  private static double score(ModelSettings settings, SeriesSet train, SeriesSet test, long seed)
      throws InterruptedException {
    return new ModelFitter(settings).fit(train, seed, EpochListener.NONE).score(test);
  }

  /** The sample standard deviation. */
  private static double deviation(double[] values, double mean) {
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }
}
