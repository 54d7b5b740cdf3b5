package org.mf4j.cli.figures;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mf4j.cli.options.DataDirOption;
import org.mf4j.cli.options.OutputFolder;
import org.mf4j.cli.options.SeedOption;
import org.mf4j.figures.Figure;
import org.mf4j.figures.gallery.Gallery;
import org.mf4j.figures.gallery.Sheet;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mf figures}: draws every picture of the papers and of this library. */
@Command(
    name = "figures",
    description =
        "Draw the papers' figures and more, each as PNG and SVG; takes a minute or two, with"
            + " --data-dir some more.")
public final class FiguresCommand implements Callable<Integer> {
  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the pictures, made if missing.")
  private Path out;

  @Mixin private DataDirOption data;

  @Mixin private SeedOption seed;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Optional<Path> dataDir = data.folder();
    if (dataDir.filter(Files::isDirectory).isEmpty() && dataDir.isPresent()) {
      throw new IllegalArgumentException(
          "--data-dir "
              + dataDir.get()
              + ": there is no such folder; name one that holds data sets.");
    }
    Path folder = OutputFolder.of("--out", out).made();
    for (Sheet sheet : new Gallery(seed.value(), dataDir).sheets()) {
      draw(sheet, folder, spec.commandLine().getOut());
    }
    return CommandLine.ExitCode.OK;
  }

  private void draw(Sheet sheet, Path folder, PrintWriter lines)
      throws IOException, InterruptedException {
    List<String> missing = sheet.missing(data.folder());
    if (!missing.isEmpty()) {
      lines.printf(
          "%s: not drawn, needs %s in --data-dir.%n", sheet.names(), String.join(" and ", missing));
    } else {
      for (Figure figure : sheet.figures()) {
        figure.write(folder);
        lines.printf("%1$s.png, %1$s.svg: %2$s%n", figure.name(), figure.caption());
      }
    }
    lines.flush();
  }
}
