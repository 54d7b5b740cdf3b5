package org.mf4j.cli.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mf4j.cli.options.ColumnOptions;
import org.mf4j.cli.options.OutputFolder;
import org.mf4j.cli.output.Provenance;
import org.mf4j.cli.output.Written;
import org.mf4j.data.formats.SeriesFile;
import org.mf4j.data.series.SeriesSummary;
import org.mf4j.figures.report.Report;
import org.mf4j.figures.report.Table;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mf data}: says what a file of series holds, and draws some of them. */
@Command(
    name = "data",
    description =
        "Tell what a file of series was taken for: series, channels, lengths, classes, missing"
            + " values; with --report, a few series of every class as a picture.")
public final class DataCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      description =
          "A .ts, .csv, .tsv, .txt or .arff file, or a folder that holds a folder per class.")
  private Path file;

  @Mixin private ColumnOptions columns;
  @Mixin private OutputFolder.Report report;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Optional<OutputFolder> folder = report.folder();
    SeriesFile read = columns.read(file, false);
    SeriesSummary summary = SeriesSummary.of(read.series());
    Report page = page(read, summary);
    page.text().forEach(spec.commandLine().getOut()::println);
    if (folder.isPresent()) {
      Report drawn =
          page.pictures(List.of(Look.at(read.series()).figure()))
              .heading("Provenance")
              .entries(Provenance.of(spec, Map.of("sha256", read.sha256())));
      Written.report(folder.get().made(), drawn, summary);
    }
    return CommandLine.ExitCode.OK;
  }

  private static Report page(SeriesFile read, SeriesSummary summary) {
    Table table =
        Table.of()
            .row("series", summary.series())
            .row("channels", summary.channels())
            .row("length", summary.steps())
            .row("targets", summary.targets())
            .row("missing", "%d of %d values".formatted(summary.missing(), summary.values()));
    return Report.of(summary.name()).with(table).paragraphs(read.notes());
  }
}
