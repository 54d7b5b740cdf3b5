package org.mf4j.cli.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mf4j.cli.options.ColumnOptions;
import org.mf4j.cli.options.OutputFolder;
import org.mf4j.cli.output.Provenance;
import org.mf4j.cli.output.Written;
import org.mf4j.data.formats.SeriesFile;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.data.series.SeriesSummary;
import org.mf4j.figures.report.Report;
import org.mf4j.figures.report.Table;
import org.mf4j.figures.results.SeriesByClass;
import org.mf4j.options.Printable;
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
    return Report.of(summary.name())
        .with(table)
        .paragraphs(read.notes().stream().map(Printable::escaped).toList());
  }

  /** Which series of a set are drawn. */
  static final class Look {
    /** More lines hide each other. */
    private static final int LINES = 4;

    private static final int MOST_PANELS = 12;

    private Look() {}

    /** The first channel of the first series of each of the first classes. */
    static SeriesByClass at(SeriesSet set) {
      List<SeriesByClass.Panel> panels = new ArrayList<>();
      List<String> occurring = set.isClassification() ? set.occurringClasses() : List.of();
      for (String label : occurring.subList(0, Math.min(MOST_PANELS, occurring.size()))) {
        int index = set.classes().indexOf(label);
        panels.add(
            panel(
                "class " + label,
                set.series().stream().filter(one -> one.target() == index).toList()));
      }
      if (panels.isEmpty()) {
        panels.add(panel("all", set.series()));
      }
      String caption =
          "The first series of every class"
              + (set.channels() > 1 ? ", the first of " + set.channels() + " channels" : "")
              + (occurring.size() > MOST_PANELS
                  ? "; the first %d of %d classes.".formatted(MOST_PANELS, occurring.size())
                  : ".");
      return new SeriesByClass(caption, panels);
    }

    private static SeriesByClass.Panel panel(String name, List<Series> series) {
      return new SeriesByClass.Panel(
          "%s: %d series".formatted(name, series.size()),
          series.stream().limit(LINES).map(one -> one.channels()[0]).toList());
    }
  }
}
