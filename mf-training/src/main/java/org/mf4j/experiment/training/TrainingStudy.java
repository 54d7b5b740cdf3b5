package org.mf4j.experiment.training;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mf4j.data.ControlCharts;
import org.mf4j.data.Datasets;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.experiment.Trial;
import org.mf4j.experiment.archive.ArchiveListener;
import org.mf4j.experiment.archive.ArchivePlan;
import org.mf4j.experiment.archive.ArchiveRun;
import org.mf4j.experiment.archive.ModelOutcome;
import org.mf4j.experiment.archive.SetOutcome;
import org.mf4j.experiment.archive.TrialJournal;
import org.mf4j.models.ModelFitter;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.Scores;
import org.mf4j.models.TrainingSettings;
import org.mf4j.training.EpochListener;

/** Networks on data sets, several trials each, as one table. */
public final class TrainingStudy {
  private static final long SEED = 1;

  private final List<TrainedNetwork> networks;
  private final int trials;
  private final Map<TrainedNetwork, List<Double>> accuracies = new EnumMap<>(TrainedNetwork.class);
  private final Map<TrainedNetwork, List<Double>> seconds = new EnumMap<>(TrainedNetwork.class);

  /**
   * A study.
   *
   * @param networks the columns
   * @param trials fits per set and network, at least 1; trial i, from 0, has the seed 1 + i
   */
  public TrainingStudy(List<TrainedNetwork> networks, int trials) {
    this.networks = networks;
    this.trials = trials;
    for (TrainedNetwork network : networks) {
      accuracies.put(network, new ArrayList<>());
      seconds.put(network, new ArrayList<>());
    }
  }

  /**
   * Prints a table in Markdown, a row as soon as it is known: mean and standard deviation of the
   * accuracies of classes, or of the RMSE of numbers; then means over sets and trials, and how many
   * numbers a network for one channel and six classes consists of.
   *
   * @param folder holds NAME/NAME_TRAIN.ts and NAME/NAME_TEST.ts of every set
   * @param sets names of sets
   * @param journal has the trials of earlier runs and gets those of this one
   * @param out where the table goes
   * @throws IOException if the journal cannot be written
   * @throws InterruptedException if the thread was interrupted
   */
  public void print(Path folder, List<String> sets, TrialJournal journal, PrintStream out)
      throws IOException, InterruptedException {
    out.println(row("set", TrainedNetwork::title));
    out.println(row("--", network -> "--"));
    for (String set : sets) {
      Map<TrainedNetwork, String> scores = new EnumMap<>(TrainedNetwork.class);
      for (TrainedNetwork network : networks) {
        scores.put(network, score(folder, set, network, journal));
      }
      out.println(row(set, scores::get));
    }
    out.println(row("mean accuracy", network -> mean("%.4f", accuracies.get(network))));
    out.println(row("seconds of a fit", network -> mean("%.1f", seconds.get(network))));
    Map<TrainedNetwork, String> parameters = parameters();
    out.println(row("parameters, control charts", parameters::get));
  }

  private String score(Path folder, String set, TrainedNetwork network, TrialJournal journal)
      throws IOException, InterruptedException {
    ArchivePlan plan =
        new ArchivePlan(
            Datasets.onlyIn(folder),
            List.of(set),
            List.of(network.kind()),
            (kind, train) -> network.settings(train),
            trials,
            SEED);
    SetOutcome outcome =
        ArchiveRun.run(plan, journal, new ArchiveListener() {}, () -> false).get(0);
    for (ModelOutcome model : outcome.models()) {
      seconds.get(network).addAll(model.trials().stream().map(Trial::fitSeconds).toList());
    }
    return outcome
        .scores(network.kind())
        .map(scores -> told(scores, network, outcome.isClassification()))
        .orElse(String.join("; ", outcome.remarks()));
  }

  private String told(Scores scores, TrainedNetwork network, boolean areAccuracies) {
    if (areAccuracies) {
      accuracies.get(network).add(scores.mean());
    }
    String form = areAccuracies ? "%.3f +- %.3f" : "%.4f +- %.4f";
    return String.format(Locale.ROOT, form, scores.mean(), scores.std());
  }

  /** How many numbers are learned or drawn for one channel and six classes. */
  private Map<TrainedNetwork, String> parameters() throws InterruptedException {
    SeriesSet charts = ControlCharts.generate(ControlCharts.DEFAULT_SEED).train();
    Map<TrainedNetwork, String> counts = new EnumMap<>(TrainedNetwork.class);
    for (TrainedNetwork network : networks) {
      ModelSettings settings = network.settings(charts);
      ModelSettings brief =
          TrainingSettings.EPOCHS.isIn(settings)
              ? settings.with(TrainingSettings.EPOCHS, 1)
              : settings;
      long count =
          new ModelFitter(brief).fit(charts, SEED, EpochListener.NONE).network().numParams();
      counts.put(network, String.valueOf(count));
    }
    return counts;
  }

  private static String mean(String form, List<Double> values) {
    double mean = values.stream().mapToDouble(value -> value).average().orElse(Double.NaN);
    return String.format(Locale.ROOT, form, mean);
  }

  private String row(String name, Function<TrainedNetwork, String> cell) {
    return Stream.concat(Stream.of(name), networks.stream().map(cell))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }
}
