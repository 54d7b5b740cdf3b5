package org.mf4j.examples;

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
import org.mf4j.data.archive.LocalDirectory;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.experiment.Trial;
import org.mf4j.experiment.archive.ArchiveListener;
import org.mf4j.experiment.archive.ArchivePlan;
import org.mf4j.experiment.archive.ArchiveRun;
import org.mf4j.experiment.archive.ModelOutcome;
import org.mf4j.experiment.archive.SetOutcome;
import org.mf4j.experiment.archive.TrialJournal;
import org.mf4j.models.ModelFitter;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.Scores;
import org.mf4j.models.TrainingSettings;
import org.mf4j.papers.PaperReference;
import org.mf4j.training.EpochListener;

/**
 * What training is worth: the papers' MF-RNN by their protocol and by today's, the heterogeneous
 * one beside the reservoir that it starts as, and LSTMs trained by the same options, on every data
 * set of a folder. All of it takes hours; the journal goes on where a run was cut off.
 */
public final class TrainedNetworks {
  private static final int TRIALS = 5;
  private static final long SEED = 1;

  /** A column of the table. */
  enum Network {
    RESERVOIR("hetero-mf-esn", ModelKind.HETERO_MF_ESN),
    PAPER("mf-rnn, papers' protocol", ModelKind.MF_RNN) {
      @Override
      ModelSettings settings(SeriesSet train) {
        return PaperReference.of(train).settings(ModelKind.MF_RNN);
      }
    },
    STANDARD("mf-rnn", ModelKind.MF_RNN),
    HETEROGENEOUS("hetero-mf-rnn", ModelKind.HETERO_MF_RNN),
    LSTM("lstm", ModelKind.LSTM),
    SUMMARY_LSTM("summary-lstm", ModelKind.SUMMARY_LSTM);

    private final String title;
    private final ModelKind kind;

    Network(String title, ModelKind kind) {
      this.title = title;
      this.kind = kind;
    }

    ModelSettings settings(SeriesSet train) {
      ModelSettings papers = PaperReference.of(train).settings(kind);
      return papers.withLearning(papers.learning().byStandardTraining());
    }
  }

  private final List<Network> networks;
  private final int trials;
  private final Map<Network, List<Double>> accuracies = new EnumMap<>(Network.class);
  private final Map<Network, List<Double>> seconds = new EnumMap<>(Network.class);

  TrainedNetworks(List<Network> networks, int trials) {
    this.networks = networks;
    this.trials = trials;
    for (Network network : networks) {
      accuracies.put(network, new ArrayList<>());
      seconds.put(network, new ArrayList<>());
    }
  }

  /**
   * Prints a table in Markdown, a row as soon as it is known: mean and standard deviation of five
   * trials, accuracies of classes and the RMSE of numbers.
   *
   * @param args a folder that holds NAME/NAME_TRAIN.ts and NAME/NAME_TEST.ts of every set; a
   *     journal, which may exist; names of sets, by default all of the folder
   * @throws IOException if the journal cannot be read or written
   * @throws InterruptedException if the thread is interrupted
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length == 0) {
      throw new IllegalArgumentException(
          "trained-networks: name a folder that holds NAME/NAME_TRAIN.ts and NAME/NAME_TEST.ts");
    }
    Path folder = Path.of(args[0]);
    List<String> sets =
        args.length > 2
            ? List.of(args).subList(2, args.length)
            : new LocalDirectory(folder).names().stream().distinct().toList();
    try (TrialJournal journal =
        args.length > 1 ? TrialJournal.open(Path.of(args[1]), Map.of()) : TrialJournal.inMemory()) {
      new TrainedNetworks(List.of(Network.values()), TRIALS)
          .print(folder, sets, journal, System.out);
    }
  }

  void print(Path folder, List<String> sets, TrialJournal journal, PrintStream out)
      throws IOException, InterruptedException {
    out.println(row("set", network -> network.title));
    out.println(row("--", network -> "--"));
    for (String set : sets) {
      Map<Network, String> scores = new EnumMap<>(Network.class);
      for (Network network : networks) {
        scores.put(network, score(folder, set, network, journal));
      }
      out.println(row(set, scores::get));
    }
    out.println(row("mean accuracy", network -> mean("%.4f", accuracies.get(network))));
    out.println(row("seconds of a fit", network -> mean("%.1f", seconds.get(network))));
    Map<Network, String> parameters = parameters();
    out.println(row("parameters, control charts", parameters::get));
  }

  private String score(Path folder, String set, Network network, TrialJournal journal)
      throws IOException, InterruptedException {
    ArchivePlan plan =
        new ArchivePlan(
            Datasets.onlyIn(folder),
            List.of(set),
            List.of(network.kind),
            (kind, train) -> network.settings(train),
            trials,
            SEED);
    SetOutcome outcome =
        ArchiveRun.run(plan, journal, new ArchiveListener() {}, () -> false).get(0);
    for (ModelOutcome model : outcome.models()) {
      seconds.get(network).addAll(model.trials().stream().map(Trial::fitSeconds).toList());
    }
    return outcome
        .scores(network.kind)
        .map(scores -> told(scores, network, outcome.isClassification()))
        .orElse(String.join("; ", outcome.remarks()));
  }

  private String told(Scores scores, Network network, boolean areAccuracies) {
    if (areAccuracies) {
      accuracies.get(network).add(scores.mean());
    }
    String form = areAccuracies ? "%.3f +- %.3f" : "%.4f +- %.4f";
    return String.format(Locale.ROOT, form, scores.mean(), scores.std());
  }

  /** How many numbers are learned or drawn for one channel and six classes. */
  private Map<Network, String> parameters() throws InterruptedException {
    SeriesSet charts = ControlCharts.generate(ControlCharts.DEFAULT_SEED).train();
    Map<Network, String> counts = new EnumMap<>(Network.class);
    for (Network network : networks) {
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

  private String row(String name, Function<Network, String> cell) {
    return Stream.concat(Stream.of(name), networks.stream().map(cell))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }
}
