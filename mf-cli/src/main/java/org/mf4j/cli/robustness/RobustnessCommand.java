package org.mf4j.cli.robustness;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mf4j.cli.options.DataOptions;
import org.mf4j.cli.options.DeviceOption;
import org.mf4j.cli.options.JournalOptions;
import org.mf4j.cli.options.ModelOption;
import org.mf4j.cli.options.ModelOptions;
import org.mf4j.cli.options.OutputFile;
import org.mf4j.cli.options.OutputFolder;
import org.mf4j.cli.output.Interruption;
import org.mf4j.cli.output.Json;
import org.mf4j.cli.output.Progress;
import org.mf4j.cli.output.Provenance;
import org.mf4j.cli.output.Warnings;
import org.mf4j.cli.output.Written;
import org.mf4j.data.DatasetSplit;
import org.mf4j.experiment.robustness.Robustness;
import org.mf4j.experiment.robustness.RobustnessResult;
import org.mf4j.experiment.robustness.RobustnessResult.Point;
import org.mf4j.experiment.robustness.Subject;
import org.mf4j.figures.Figure;
import org.mf4j.files.WholeFile;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.TrainingSettings;
import org.mf4j.papers.PaperReference;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mf robustness}: scores models over the strength of what hardware does to them. */
@Command(
    name = "robustness",
    description =
        "Put models on imperfect hardware and score them, with the readout kept or refit.")
public final class RobustnessCommand implements Callable<Integer> {
  @Mixin private DataOptions data;
  @Mixin private ModelOption.Several models;
  @Mixin private HardwareOptions hardware;

  @Option(
      names = "--train-noise",
      paramLabel = "SIGMA",
      description =
          "Also train every model that is trained with read noise of this strength, of the full"
              + " range of a device; its name gets '+noise'.")
  private Double trainNoise;

  @Mixin private ModelOptions options;
  @Mixin private DeviceOption device;
  @Mixin private JournalOptions journal;
  @Mixin private OutputFile.Json json;
  @Mixin private OutputFolder.Report report;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    device.choose();
    journal.check();
    Optional<WholeFile> jsonFile = json.file();
    Optional<OutputFolder> folder = report.folder();
    RobustnessSetup setup = setup();
    PrintWriter out = spec.commandLine().getOut();
    setup.header().forEach(out::println);
    out.flush();
    Warnings.print(
        spec.commandLine(),
        setup.subjects().stream().map(Subject::settings).toList(),
        setup.data().train());
    try (Interruption interruption = new Interruption()) {
      RobustnessResult result = run(setup, interruption);
      RobustnessReport found = new RobustnessReport(setup, result);
      found.lines().forEach(out::println);
      out.println("Computed by " + Provenance.ours() + ".");
      out.flush();
      Document document = Document.of(found);
      if (jsonFile.isPresent()) {
        jsonFile.get().write(file -> Json.write(file, document));
      }
      if (folder.isPresent()) {
        write(folder.get(), found, document);
      }
      return result.isComplete() ? CommandLine.ExitCode.OK : interrupted(result);
    }
  }

  private RobustnessSetup setup() throws IOException {
    Optional<ModelSettings> given = options.given();
    DatasetSplit sets = data.load();
    PaperReference reference = PaperReference.of(sets.train());
    List<Subject> subjects = new ArrayList<>();
    for (ModelSettings one : options.settings(models.value(), given, reference)) {
      subjects.add(new Subject(one.kind().id(), one));
      if (trainNoise != null && one.learning().isTrained()) {
        subjects.add(
            new Subject(
                one.kind().id() + "+noise", one.with(TrainingSettings.READ_NOISE, trainNoise)));
      }
    }
    return new RobustnessSetup(
        sets, data.transforms(), reference, subjects, hardware.of(options.seed()));
  }

  private RobustnessResult run(RobustnessSetup setup, Interruption interruption)
      throws IOException, InterruptedException {
    Robustness robustness = new Robustness(setup.subjects(), setup.data(), setup.options());
    Map<String, Object> identity = new LinkedHashMap<>(robustness.describe());
    identity.put("data", setup.data().sha256());
    identity.put("transforms", setup.transforms());
    identity.putAll(Provenance.ofLibraries());
    try (Progress progress = new Progress()) {
      return journal.keeping(
          identity,
          log -> robustness.run(log, progress.search("robustness"), interruption::isRequested));
    }
  }

  private void write(OutputFolder folder, RobustnessReport found, Document document)
      throws IOException {
    List<Figure> figures = found.pictures();
    for (Figure figure : figures) {
      figure.write(folder.made());
    }
    Written.report(
        folder.made(),
        found.report(figures, Provenance.of(spec, found.setup().particulars())),
        document);
  }

  private int interrupted(RobustnessResult result) {
    return Interruption.tell(
        spec.commandLine(),
        "after %d of %d scores; %s".formatted(result.done(), result.trials(), journal.advice()));
  }

  /** What hardware did, as JSON: its keys are the names of the components. */
  record Document(String dataset, String metric, List<Result> results, Origin provenance) {
    /**
     * The scores of one model at one strength; {@code none} and 0 for the model as it was fitted.
     */
    record Result(
        String model,
        String nonideality,
        double strength,
        boolean refit,
        double mean,
        double std,
        List<Double> scores) {
      static Result of(Point point) {
        return new Result(
            point.what().model(),
            point.what().nonideality(),
            point.what().strength(),
            point.what().refit(),
            point.scores().mean(),
            point.scores().std(),
            point.scores().values());
      }
    }

    /** What repeats the run; draw i, from 0, has this seed + i. */
    record Origin(
        long seed,
        int draws,
        String devices,
        Map<String, Map<String, Object>> settings,
        Map<String, String> dataSha256,
        String transforms,
        Map<String, String> versions) {}

    static Document of(RobustnessReport report) {
      RobustnessSetup setup = report.setup();
      return new Document(
          setup.data().train().name(),
          report.result().metric().id(),
          report.result().points().stream().map(Result::of).toList(),
          new Origin(
              setup.options().seed(),
              setup.options().draws(),
              setup.options().placement().name().toLowerCase(Locale.ROOT),
              setup.settings(),
              setup.data().sha256(),
              setup.transforms(),
              Provenance.versions()));
    }
  }
}
