package org.mf4j.spark;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.JavaSparkContext;
import org.mf4j.data.formats.SeriesFile;
import org.mf4j.data.series.FiniteValues;
import org.mf4j.data.series.LearnableClasses;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.data.series.Sha256;
import org.mf4j.data.series.Split;
import org.mf4j.files.WholeFile;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.Settings;
import org.mf4j.papers.PaperReference;
import org.mf4j.search.Dimension;
import org.mf4j.search.Grid;
import org.mf4j.search.Search;
import org.mf4j.search.SearchListener;
import org.mf4j.search.SearchOptions;
import org.mf4j.search.SearchResult;
import org.mf4j.search.Standing;
import org.mf4j.search.Strategy;
import org.mf4j.search.Validation;
import org.mf4j.search.journal.Journal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code search}: runs the trials of a search on the cluster. */
@Command(
    name = "search",
    description = "Search the best settings of one model; its trials run on the executors.")
final class SearchCommand implements Callable<Integer> {
  private static final int RESERVOIR_DRAWS = 5;
  private static final int SAMPLES = 50;

  private enum Name {
    grid,
    random,
    halving
  }

  @Option(
      names = "--input",
      required = true,
      paramLabel = "FILE",
      description = "Training set as mf train takes it; on the machine of the driver.")
  private Path input;

  @Option(names = "--model", required = true, paramLabel = "NAME", description = "As of mf train.")
  private String model;

  @Option(
      names = "--vary",
      required = true,
      paramLabel = "NAME=VALUES",
      description =
          "A setting and its values, for example gamma=.5,.8,1 or, evenly spaced on a logarithmic"
              + " scale, lambda=.001..1000/7; or, with --strategy random, a range,"
              + " deltaT~log-uniform(.01,.1). Repeat it for more settings.")
  private List<String> varied;

  @Option(names = "--units", paramLabel = "N", description = "Number of neurons.")
  private Integer units;

  @Option(
      names = "--strategy",
      paramLabel = "NAME",
      description =
          "grid: every configuration. random: --samples of them. halving: all with little effort,"
              + " the best 1/--factor with --factor times as much (draws; epochs for models that"
              + " are trained), and so on. Default: grid, or random where --samples is there.")
  private Name strategy;

  @Option(
      names = "--samples",
      paramLabel = "N",
      description = "Configurations of --strategy random. Default: 50.")
  private Integer samples;

  @Option(
      names = "--factor",
      paramLabel = "N",
      defaultValue = "3",
      description = "Factor of --strategy halving. Default: ${DEFAULT-VALUE}.")
  private int factor;

  @Option(
      names = "--folds",
      paramLabel = "N",
      description = "Cross-validate with so many folds. Default: a fifth is held out.")
  private Integer folds;

  @Option(
      names = "--draws",
      paramLabel = "N",
      description = "Trials per configuration. Default: 5 for reservoirs, 1 for trained models.")
  private Integer draws;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Decides every random number. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description = "Keep every finished trial there, so that a run that was ended can go on.")
  private Path journal;

  @Option(names = "--resume", description = "Go on with the run of --journal.")
  private boolean resume;

  @Option(
      names = "--best",
      paramLabel = "FILE",
      description =
          "Also write the best settings, for --settings of the other commands; on the machine of"
              + " the driver.")
  private Path best;

  @Mixin private JsonOption json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    json.check();
    if (best != null && !new WholeFile(best).canBeWritten()) {
      throw new IllegalArgumentException(
          "--best " + best + ": its folder is missing or not writable; choose another.");
    }
    if (resume && journal == null) {
      throw new IllegalArgumentException("--resume needs --journal; give both.");
    }
    SeriesSet train = LearnableClasses.require(FiniteValues.require(SeriesFile.read(input)));
    ModelKind kind = ModelKind.of(model);
    ModelSettings base = PaperReference.of(train).settings(kind);
    Grid grid =
        new Grid(
            units == null ? base : base.with(Settings.UNITS, units),
            varied.stream().map(Dimension::read).toList());
    JavaSparkContext context = JavaSparkContext.fromSparkContext(Main.session().sparkContext());
    Search search = SparkSearch.of(context, grid, train, options(kind));
    SearchResult result = run(search, train);
    report(result);
    writeBest(result);
    return result.best().isPresent() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private SearchOptions options(ModelKind kind) {
    int trials = kind.isTrained() ? 1 : RESERVOIR_DRAWS;
    return new SearchOptions(
        strategy(),
        folds == null
            ? new Validation.HoldOut(Split.VALIDATION_FRACTION)
            : new Validation.KFold(folds),
        draws == null ? trials : draws,
        seed);
  }

  private Strategy strategy() {
    Name grid = samples == null ? Name.grid : Name.random;
    return switch (strategy == null ? grid : strategy) {
      case grid -> new Strategy.Exhaustive();
      case random -> new Strategy.RandomSample(samples == null ? SAMPLES : samples);
      case halving -> new Strategy.Halving(factor);
    };
  }

  private SearchResult run(Search search, SeriesSet train)
      throws IOException, InterruptedException {
    Map<String, Object> identity = search.describe();
    identity.put("series", Sha256.of(train));
    return Journal.keeping(
        Optional.ofNullable(journal),
        identity,
        resume,
        log -> search.run(log, SearchListener.NONE, () -> false));
  }

  private void writeBest(SearchResult result) throws IOException {
    Optional<ModelSettings> found =
        result.best().map(standing -> standing.configuration().settings());
    if (best != null && found.isPresent()) {
      new WholeFile(best).write(file -> JsonOption.write(file, found.get().describe()));
    }
  }

  private void report(SearchResult result) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<Map<String, Object>> ranked = new ArrayList<>();
    for (Standing one : result.standings()) {
      boolean scored = !one.scores().values().isEmpty();
      out.printf(
          Locale.ROOT,
          "%2d  %s  %s%n",
          ranked.size() + 1,
          scored ? "%.4f".formatted(one.scores().mean()) : "failed: " + one.failures().get(0),
          one.configuration().id());
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("configuration", one.configuration().id());
      row.put("scores", one.scores().values());
      row.put("failures", one.failures());
      row.put("settings", one.configuration().settings().describe());
      ranked.add(row);
    }
    json.write(Map.of("metric", result.metric().id(), "standings", ranked));
  }
}
