package org.mf4j.cli.train;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.mf4j.cli.options.ColumnOptions;
import org.mf4j.cli.options.OutputFile;
import org.mf4j.cli.options.OutputFolder;
import org.mf4j.cli.output.Interruption;
import org.mf4j.cli.output.Understood;
import org.mf4j.cli.output.Words;
import org.mf4j.data.formats.SeriesFile;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.FiniteValues;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.data.transform.FittedPipeline;
import org.mf4j.figures.report.Table;
import org.mf4j.files.WholeFile;
import org.mf4j.models.FittedModel;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.Task;
import org.mf4j.options.Printable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mf predict}: applies a saved model to series. */
@Command(name = "predict", description = "Predict the targets of series with a saved model.")
public final class PredictCommand implements Callable<Integer> {
  @Option(
      names = "--model-file",
      required = true,
      paramLabel = "FILE",
      description = "Model that mf train has saved.")
  private Path modelFile;

  @Option(
      names = "--input",
      paramLabel = "FILE",
      description =
          "Series to predict, a file or folder as train takes it; its labels, if it has any, are"
              + " only used for the score. They are transformed as the training set was. - reads"
              + " standard input, a series per line without label, and answers each line at once:"
              + " values with commas between them and channels with colons, or JSON"
              + " ({\"series\": [[1, 2, 3]]}, an array per channel).")
  private Path input;

  @Mixin private ColumnOptions columns;

  @Option(
      names = "--watch",
      paramLabel = "FOLDER",
      description =
          "In place of --input: predict every file that comes into this folder, or is there without"
              + " predictions, until Ctrl-C; new.csv is answered by new.csv.predictions.csv.")
  private Path watched;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "CSV to write: the number of the series, from 0, and its prediction. Needed but for"
              + " standard input. With --watch the folder for these files, if not the same.")
  private Path out;

  @Option(names = "--probabilities", description = "Write the probability of every class, too.")
  private boolean probabilities;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if ((input == null) == (watched == null)) {
      throw new IllegalArgumentException("Name either --input FILE or --watch FOLDER.");
    }
    if (watched != null) {
      return watch();
    }
    if (input.toString().equals("-")) {
      if (out != null) {
        throw new IllegalArgumentException(
            "--out " + out + ": answers to standard input go to standard output; leave it out.");
      }
      return new LineAnswers(SavedModel.load(modelFile, probabilities), spec.commandLine())
          .answer(System.in);
    }
    if (out == null) {
      throw new IllegalArgumentException("Name the file for the predictions with --out.");
    }
    WholeFile file = OutputFile.of("--out", out);
    FittedModel model = FittedModel.load(modelFile);
    SeriesFile read = Understood.print(spec.commandLine(), columns.read(input, false));
    PrintWriter lines = spec.commandLine().getOut();
    lines.printf("%s; written to %s.%n", predict(model, read, file), out);
    if (model.provenance().get("settings") instanceof Map<?, ?> settings) {
      Map<Object, Object> named = new LinkedHashMap<>(settings);
      named.remove(ModelSettings.MODEL);
      lines.println("Settings: " + Words.join(named));
    }
    return CommandLine.ExitCode.OK;
  }

  private int watch() throws IOException, InterruptedException {
    if (!Files.isDirectory(watched)) {
      throw new IllegalArgumentException(
          "--watch " + watched + ": there is no such folder; create it first.");
    }
    Path answers = OutputFolder.of("--out", out == null ? watched : out).made();
    FittedModel model = FittedModel.load(modelFile);
    CommandLine command = spec.commandLine();
    try (Interruption interruption = new Interruption()) {
      command.getOut().printf("Watching %s until Ctrl-C.%n", watched);
      command.getOut().flush();
      int files =
          new WatchedFolder(
                  watched,
                  answers,
                  (file, to) -> predict(model, columns.read(file, false), to),
                  command)
              .watch(interruption::isRequested);
      return Interruption.tell(command, "after " + files + " file(s).");
    }
  }

  /** Returns what was done; nothing is written of a file that is bad. */
  private String predict(FittedModel model, SeriesFile read, WholeFile to) throws IOException {
    FittedPipeline pipeline = FittedPipeline.of(model.provenance());
    SeriesSet series = FiniteValues.require(pipeline.apply(read.series()));
    double[] predictions = model.predict(series);
    double[][] each =
        probabilities ? model.probabilities(series) : new double[predictions.length][0];
    String csv = csv(model.task(), predictions, each);
    String score = series.isLabelled() ? score(model.task(), predictions, series) : "";
    to.write(part -> Files.writeString(part, csv));
    return "Predicted %d series with %s%s".formatted(series.size(), model.kind().id(), score);
  }

  /** Nothing if the labels are a formality, or those of another task. */
  private String score(Task task, double[] predictions, SeriesSet series) {
    try {
      double score = task.score(predictions, series);
      String text =
          task.isClassification() ? Words.format("%.4f", score) : Words.score(task.metric(), score);
      return ", " + task.metric().id() + " " + text;
    } catch (DataException e) {
      PrintWriter err = spec.commandLine().getErr();
      err.println("mf: note: there is no score: " + Printable.escaped(e.getMessage()));
      err.flush();
      return "";
    }
  }

  /**
   * A header, then one line per series: its index, the label or the number with all digits, and the
   * probabilities if there are any.
   */
  static String csv(Task task, double[] predictions, double[][] probabilities) {
    List<String> header = new ArrayList<>(List.of("index", "prediction"));
    if (probabilities[0].length > 0) {
      task.classes().forEach(label -> header.add("p(" + label + ")"));
    }
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < predictions.length; i++) {
      List<String> row = new ArrayList<>();
      row.add(String.valueOf(i));
      row.add(
          task.isClassification()
              ? task.classes().get((int) predictions[i])
              : Double.toString(predictions[i]));
      Arrays.stream(probabilities[i]).mapToObj(p -> Words.format("%.6f", p)).forEach(row::add);
      rows.add(row);
    }
    return new Table(header, rows).csv();
  }

  /**
   * A line of output for every line of input, flushed at once, so that a program at the other end
   * can wait for it. A line that is no series is answered by an empty one, and by a sentence on
   * stderr.
   */
  record LineAnswers(SavedModel model, CommandLine command) {
    /** Reads to the end; the exit code tells whether every line had an answer. */
    int answer(InputStream in) throws IOException {
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      PrintWriter out = command.getOut();
      int code = CommandLine.ExitCode.OK;
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        try {
          out.println(model.answer(line));
        } catch (DataException | IllegalArgumentException e) {
          out.println();
          command.getErr().println("mf: line " + number + ": " + e.getMessage());
          command.getErr().flush();
          code = CommandLine.ExitCode.USAGE;
        }
        out.flush();
      }
      return code;
    }
  }
}
