package org.mf4j.cli.search;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mf4j.cli.options.Converter;
import org.mf4j.cli.options.DataOptions;
import org.mf4j.cli.options.DeviceOption;
import org.mf4j.cli.options.JournalOptions;
import org.mf4j.cli.options.ModelOption;
import org.mf4j.cli.options.ModelOptions;
import org.mf4j.cli.options.OutputFile;
import org.mf4j.cli.output.Expense;
import org.mf4j.cli.output.Interruption;
import org.mf4j.cli.output.Json;
import org.mf4j.cli.output.Progress;
import org.mf4j.cli.output.Provenance;
import org.mf4j.cli.output.Warnings;
import org.mf4j.files.WholeFile;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.papers.AplGrids;
import org.mf4j.papers.PaperReference;
import org.mf4j.search.Dimension;
import org.mf4j.search.Grid;
import org.mf4j.search.Search;
import org.mf4j.search.SearchListener;
import org.mf4j.search.SearchResult;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mf search}: selects the settings of a model on a validation part of the training set. */
@Command(
    name = "search",
    description = "Search the best settings of one model; the test set is not looked at.")
public final class SearchCommand implements Callable<Integer> {
  @Mixin private ModelOption model;

  @Mixin private DataOptions data;

  @Mixin private GridOptions grid;

  @Mixin private StrategyOptions strategy;

  @Mixin private ModelOptions options;

  @Mixin private DeviceOption device;

  @Mixin private JournalOptions journal;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "10",
      converter = Converter.Count.class,
      description = "Configurations to print. Default: ${DEFAULT-VALUE}.")
  private int top;

  @Option(
      names = "--best",
      paramLabel = "FILE",
      description = "Also write the best settings, for --settings of the other commands.")
  private Path best;

  @Mixin private OutputFile.Csv csv;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    device.choose();
    journal.check();
    Optional<WholeFile> csvFile = csv.file();
    Optional<WholeFile> bestFile =
        Optional.ofNullable(best).map(path -> OutputFile.of("--best", path));
    DataOptions.Training sets = data.training();
    Optional<ModelSettings> given = options.given();
    ModelKind kind = model.value(given);
    ModelSettings base =
        given.orElseGet(
            () -> options.trainedByProtocol(PaperReference.of(sets.series()).settings(kind)));
    SearchSetup setup =
        SearchSetup.of(
            sets.series(), grid.over(options.applyTo(base)), strategy.of(kind, options.seed()));
    PrintWriter out = spec.commandLine().getOut();
    setup.header().forEach(out::println);
    out.flush();
    Expense.print(spec.commandLine(), List.of(setup.grid().base()), setup.train());
    try (Interruption interruption = new Interruption()) {
      SearchResult result = run(setup, sets, interruption);
      SearchReport report = new SearchReport(setup, result);
      out.println();
      report.report(top).text().forEach(out::println);
      out.println("Computed by " + Provenance.ours() + ".");
      out.flush();
      result
          .best()
          .map(standing -> List.of(standing.configuration().settings()))
          .ifPresent(best -> Warnings.print(spec.commandLine(), best, setup.train()));
      Optional<ModelSettings> found =
          result.best().map(standing -> standing.configuration().settings());
      if (bestFile.isPresent() && found.isPresent()) {
        bestFile.get().write(file -> Json.write(file, found.get().describe()));
      }
      if (csvFile.isPresent()) {
        String table = report.table(Provenance.versions().get("commit")).csv();
        csvFile.get().write(file -> Files.writeString(file, table));
      }
      if (!result.isComplete()) {
        return interrupted(result);
      }
      return found.isPresent() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
  }

  private SearchResult run(SearchSetup setup, DataOptions.Training sets, Interruption interruption)
      throws IOException, InterruptedException {
    Search search = new Search(setup.grid(), setup.train(), setup.options());
    try (Progress progress = new Progress()) {
      SearchListener listener = progress.search(setup.grid().base().kind().id());
      return journal.keeping(
          identity(search, sets), log -> search.run(log, listener, interruption::isRequested));
    }
  }

  private Map<String, Object> identity(Search search, DataOptions.Training sets) {
    Map<String, Object> all = search.describe();
    all.put("data", sets.sha256());
    all.put("transforms", data.transforms());
    all.putAll(Provenance.ofLibraries());
    return all;
  }

  private int interrupted(SearchResult result) {
    return Interruption.tell(
        spec.commandLine(),
        "after %d of %d trials; %s".formatted(result.done(), result.trials(), journal.advice()));
  }

  /** The options that say what a search varies. */
  private static final class GridOptions {
    @Option(
        names = "--grid",
        paramLabel = "NAME",
        description = "apl: the grid of the APL paper for the model. Without it, see --vary.")
    private Preset preset;

    @Option(
        names = "--vary",
        paramLabel = "NAME=VALUES",
        converter = VariedValues.class,
        description =
            "A setting and its values, for example gamma=.5,.8,1 or, evenly spaced on a logarithmic"
                + " scale, lambda=.001..1000/7; or names, topology=ring(.9),dense(.9); or, with"
                + " --strategy random, a range, deltaT~log-uniform(.01,.1). Values that are lists are"
                + " separated by semicolons. Repeat it for more; beside --grid it adds to the grid or"
                + " replaces values of it.")
    private List<Dimension> varied = List.of();

    private enum Preset {
      apl
    }

    /** The grid over some settings. */
    Grid over(ModelSettings base) {
      List<Dimension> dimensions =
          new ArrayList<>(preset == null ? List.of() : AplGrids.of(base.kind()).dimensions());
      for (Dimension dimension : varied) {
        dimensions.removeIf(old -> old.setting().equals(dimension.setting()));
      }
      dimensions.addAll(varied);
      if (dimensions.isEmpty()) {
        throw new IllegalArgumentException(
            "There is nothing to search; name --grid apl, or --vary NAME=VALUE,VALUE.");
      }
      return new Grid(base, dimensions);
    }

    /** Reads an axis of a grid. */
    static final class VariedValues extends Converter<Dimension> {
      VariedValues() {
        super(Dimension::read, List.of());
      }
    }
  }
}
