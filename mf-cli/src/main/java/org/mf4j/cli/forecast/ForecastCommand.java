package org.mf4j.cli.forecast;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.mf4j.cli.options.Count;
import org.mf4j.cli.options.OutputOption;
import org.mf4j.cli.options.SeedOption;
import org.mf4j.cli.text.ProgressBars;
import org.mf4j.experiment.forecasting.ForecastModel;
import org.mf4j.experiment.forecasting.ForecastResult;
import org.mf4j.experiment.forecasting.ForecastSearch;
import org.mf4j.experiment.forecasting.ForecastTask;
import org.mf4j.files.WholeFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mf forecast}: compares reservoirs on a generated signal at the same budget. */
@Command(
    name = "forecast",
    description = "Compare reservoirs on forecasting a generated signal, at the same budget.")
public final class ForecastCommand implements Callable<Integer> {
  @Option(
      names = "--signal",
      paramLabel = "NAME",
      defaultValue = "mackey-glass",
      converter = SignalName.class,
      completionCandidates = SignalName.All.class,
      description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private ForecastTask task;

  @Option(
      names = "--units",
      paramLabel = "N",
      defaultValue = "100",
      converter = Count.Units.class,
      description = "Number of neurons. Default: ${DEFAULT-VALUE}.")
  private int units;

  @Option(
      names = "--search-units",
      paramLabel = "N",
      converter = Count.Units.class,
      description =
          "Number of neurons while configurations are tried; fewer save time. Default: --units.")
  private Integer searchUnits;

  @Option(
      names = "--configurations",
      paramLabel = "N",
      defaultValue = "40",
      converter = Count.class,
      description =
          "Configurations drawn per model; each is fitted twice and the best on the validation part"
              + " is kept. Default: ${DEFAULT-VALUE}.")
  private int configurations;

  @Option(
      names = "--trials",
      paramLabel = "N",
      defaultValue = "5",
      converter = Count.class,
      description = "Fits of the best configuration, scored on the test part. Default: 5.")
  private int trials;

  @Mixin private SeedOption seed;

  @Option(names = "--csv", paramLabel = "FILE", description = "Also write every trial as CSV.")
  private Path csv;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    WholeFile file = csv == null ? null : new OutputOption("--csv", csv).file();
    ForecastSearch search =
        new ForecastSearch(
            task,
            units,
            searchUnits == null ? units : searchUnits,
            configurations,
            trials,
            seed.value());
    ForecastText text = new ForecastText(search);
    PrintWriter out = spec.commandLine().getOut();
    text.header().forEach(out::println);
    out.flush();
    List<ForecastResult> results = run(search);
    text.table(results).forEach(out::println);
    if (file != null) {
      file.write(new ForecastCsv(search, results)::writeTo);
    }
    return CommandLine.ExitCode.OK;
  }

  private static List<ForecastResult> run(ForecastSearch search) throws InterruptedException {
    List<ForecastResult> results = new ArrayList<>();
    for (ForecastModel model : ForecastModel.values()) {
      try (ForecastProgress progress =
          new ForecastProgress(ProgressBars.ofThisProcess(), model, search.configurations())) {
        results.add(search.run(model, progress));
      }
    }
    return results;
  }
}
