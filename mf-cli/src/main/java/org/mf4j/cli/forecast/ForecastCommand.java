package org.mf4j.cli.forecast;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mf4j.cli.options.Converter;
import org.mf4j.cli.options.OutputFile;
import org.mf4j.cli.options.SeedOption;
import org.mf4j.cli.options.SettingsOptions;
import org.mf4j.cli.options.TrialsOption;
import org.mf4j.cli.output.Interruption;
import org.mf4j.cli.output.Progress;
import org.mf4j.cli.output.Provenance;
import org.mf4j.experiment.forecasting.ForecastGrids;
import org.mf4j.experiment.forecasting.ForecastResult;
import org.mf4j.experiment.forecasting.ForecastSearch;
import org.mf4j.experiment.forecasting.ForecastTask;
import org.mf4j.files.WholeFile;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.search.SearchListener;
import org.mf4j.search.journal.Journals;
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
      converter = Signal.class,
      completionCandidates = Signal.class,
      description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private ForecastTask task;

  @Option(
      names = "--units",
      paramLabel = "N",
      defaultValue = "100",
      converter = Converter.Units.class,
      description = "Number of neurons. Default: ${DEFAULT-VALUE}.")
  private int units;

  @Option(
      names = "--search-units",
      paramLabel = "N",
      converter = Converter.Units.class,
      description =
          "Number of neurons while configurations are tried; fewer save time. Default: --units.")
  private Integer searchUnits;

  @Option(
      names = "--configurations",
      paramLabel = "N",
      defaultValue = "40",
      converter = Converter.Count.class,
      description =
          "Configurations drawn per model; each is fitted twice and the best on the validation part"
              + " is kept. Default: ${DEFAULT-VALUE}.")
  private int configurations;

  @Mixin private TrialsOption trials;

  @Mixin private SeedOption seed;

  @Mixin private SettingsOptions settings;

  @Option(
      names = "--journals",
      paramLabel = "DIR",
      description =
          "Keep every finished trial there, in a folder that is made if missing; the same command"
              + " goes on where it was.")
  private Path journals;

  @Mixin private OutputFile.Csv csv;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Optional<WholeFile> file = csv.file();
    Optional<ModelSettings> given = settings.file().map(settings::applyTo);
    int neurons = given.map(ModelSettings::units).orElse(units);
    ForecastSearch search =
        new ForecastSearch(
            task,
            neurons,
            searchUnits == null ? neurons : searchUnits,
            configurations,
            trials.value(),
            seed.value());
    ForecastReport report = new ForecastReport(search, given.isPresent());
    PrintWriter out = spec.commandLine().getOut();
    report.header().forEach(out::println);
    out.flush();
    try (Interruption interruption = new Interruption()) {
      List<ForecastResult> results = run(search, given, interruption);
      report.report(results).text().forEach(out::println);
      out.flush();
      if (file.isPresent()) {
        String table = report.table(results).csv();
        file.get().write(part -> Files.writeString(part, table));
      }
      return interruption.isRequested() ? interrupted() : CommandLine.ExitCode.OK;
    }
  }

  private List<ForecastResult> run(
      ForecastSearch search, Optional<ModelSettings> given, Interruption interruption)
      throws IOException, InterruptedException {
    Journals kept =
        journals == null
            ? Journals.none()
            : Journals.in(Files.createDirectories(journals), Provenance.ofLibraries());
    List<ForecastResult> results = new ArrayList<>();
    for (ModelKind kind : given.map(one -> List.of(one.kind())).orElse(ForecastGrids.kinds())) {
      try (Progress progress = new Progress()) {
        SearchListener listener = progress.search(kind.id());
        Optional<ForecastResult> result =
            given.isPresent()
                ? search.run(given.get(), kept, listener, interruption::isRequested)
                : search.run(kind, kept, listener, interruption::isRequested);
        result.ifPresent(results::add);
      }
    }
    return results;
  }

  private int interrupted() {
    return Interruption.tell(
        spec.commandLine(),
        journals == null
            ? "before the end; with --journals DIR it could go on."
            : "before the end; repeat the command to go on.");
  }

  private static final class Signal extends Converter<ForecastTask> {
    Signal() {
      super(ForecastTask::of, Arrays.stream(ForecastTask.values()).map(ForecastTask::id).toList());
    }
  }
}
