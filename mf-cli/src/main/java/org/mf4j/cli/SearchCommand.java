package org.mf4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.mf4j.cli.report.PaperReference;
import org.mf4j.cli.report.ProgressBars;
import org.mf4j.cli.report.SearchCsv;
import org.mf4j.cli.report.SearchProgress;
import org.mf4j.cli.report.SearchSetup;
import org.mf4j.cli.report.SearchText;
import org.mf4j.data.DatasetSplit;
import org.mf4j.files.WholeFile;
import org.mf4j.models.ModelSettings;
import org.mf4j.search.Search;
import org.mf4j.search.SearchResult;
import org.mf4j.search.TrialLog;
import org.mf4j.search.journal.Journal;
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
final class SearchCommand implements Callable<Integer> {
  /** What a shell reports of a process that Ctrl-C ended. */
  static final int INTERRUPTED = 130;

  @Mixin private ModelOption kind;

  @Mixin private DataOptions data;

  @Mixin private GridOptions grid;

  @Mixin private StrategyOptions strategy;

  @Mixin private ModelOptions options;

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description = "Keep every finished trial there, so that a search that was ended can go on.")
  private Path journal;

  @Option(names = "--resume", description = "Go on with the search of --journal.")
  private boolean resume;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "10",
      converter = Count.class,
      description = "Configurations to print. Default: ${DEFAULT-VALUE}.")
  private int top;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Also write all configurations as CSV.")
  private Path csv;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (resume && journal == null) {
      throw new IllegalArgumentException("--resume needs --journal; give both.");
    }
    WholeFile csvFile = csv == null ? null : new OutputOption("--csv", csv).file();
    DatasetSplit sets = data.load();
    SearchSetup setup =
        new SearchSetup(
            sets.train(),
            grid.over(options.applyTo(PaperReference.of(sets.train()).settings(kind.value()))),
            strategy.of(kind.value(), options.seed()));
    SearchText text = new SearchText(setup);
    PrintWriter out = spec.commandLine().getOut();
    text.header().forEach(out::println);
    out.flush();
    try (Interruption interruption = new Interruption()) {
      SearchResult result = run(setup, sets, interruption);
      out.println();
      text.leaderboard(result, top).forEach(out::println);
      out.println();
      text.conclusion(result).forEach(out::println);
      out.println("Computed by " + Versions.ours() + ".");
      out.flush();
      List<ModelSettings> best =
          result.best().map(standing -> standing.configuration().settings()).stream().toList();
      new Warnings(spec.commandLine()).print(best, setup.train());
      if (csvFile != null) {
        csvFile.write(new SearchCsv(setup.grid(), result, Versions.all().get("commit"))::writeTo);
      }
      return result.isComplete() ? CommandLine.ExitCode.OK : interrupted(result);
    }
  }

  private SearchResult run(SearchSetup setup, DatasetSplit sets, Interruption interruption)
      throws IOException, InterruptedException {
    Search search = new Search(setup.grid(), setup.train(), setup.options());
    try (SearchProgress progress =
        new SearchProgress(ProgressBars.ofThisProcess(), kind.value().id())) {
      if (journal == null) {
        return search.run(TrialLog.inMemory(), progress, interruption::isRequested);
      }
      new OutputOption("--journal", journal).file();
      try (Journal log = Journal.open(journal, identity(search, sets), resume)) {
        return search.run(log, progress, interruption::isRequested);
      }
    }
  }

  private Map<String, Object> identity(Search search, DatasetSplit sets) {
    Map<String, Object> all = search.describe();
    all.put("data", sets.sha256());
    all.put("transforms", data.transforms());
    all.putAll(Versions.ofLibraries());
    return all;
  }

  private int interrupted(SearchResult result) {
    PrintWriter err = spec.commandLine().getErr();
    err.printf(
        "mf: stopped after %d of %d trials; %s%n",
        result.done(),
        result.trials(),
        journal == null
            ? "with --journal FILE it could go on."
            : "repeat the command with --resume to go on.");
    err.flush();
    return INTERRUPTED;
  }
}
