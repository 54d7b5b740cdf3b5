package org.mf4j.experiment.robustness;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.mf4j.data.DatasetSplit;
import org.mf4j.hardware.HardwareModel;
import org.mf4j.hardware.Nonideality;
import org.mf4j.hardware.Placement;
import org.mf4j.models.FittedModel;
import org.mf4j.models.ModelFitter;
import org.mf4j.models.Task;
import org.mf4j.search.SearchListener;
import org.mf4j.search.TrialLog;
import org.mf4j.search.TrialResult;
import org.mf4j.search.TrialRunner;

/**
 * Scores models over the strength of non-idealities. A draw of a model is fitted once; copies of it
 * are put on hardware with one non-ideality each and scored on the test set, with the readout as it
 * was, and fitted again to the training set on that hardware. Where the output layer is on devices
 * too, a readout that was fitted again is written to them again.
 */
public final class Robustness {
  private static final double NANOS = 1e9;

  private final List<Subject> subjects;
  private final DatasetSplit data;
  private final RobustnessOptions options;

  /**
   * A measurement on one data set.
   *
   * @param subjects the models, of different names
   * @param data what they are fitted to and what they are scored on
   * @param options how
   * @throws IllegalArgumentException if two models have one name
   */
  public Robustness(List<Subject> subjects, DatasetSplit data, RobustnessOptions options) {
    this.subjects = List.copyOf(subjects);
    this.data = data;
    this.options = options;
    if (subjects.stream().map(Subject::name).distinct().count() < subjects.size()) {
      throw new IllegalArgumentException("subjects: every model needs a name of its own");
    }
  }

  /**
   * What identifies the measurement, apart from its data and the version of the library. Axes and
   * draws are not part of it: more of them leave the results of the others as they are.
   *
   * @return names and values: strings, numbers, and lists and maps of such
   */
  public Map<String, Object> describe() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("measured", "robustness");
    Map<String, Object> models = new LinkedHashMap<>();
    subjects.forEach(one -> models.put(one.name(), one.settings().describe()));
    all.put("models", models);
    all.put("placement", options.placement().name());
    all.put("seed", options.seed());
    return all;
  }

  /**
   * Scores what the log has not got. A network that cannot be fitted or scored fails; the others go
   * on.
   *
   * @param log has the results of earlier runs and gets those of this one, as they come
   * @param listener is told how it goes on
   * @param stopped asked between scores and after every epoch; true ends the run
   * @return what was found in this run and those before
   * @throws IOException if the log cannot be written
   * @throws InterruptedException if the thread was interrupted; what is done is in the log
   */
  public RobustnessResult run(TrialLog log, SearchListener listener, BooleanSupplier stopped)
      throws IOException, InterruptedException {
    TrialRunner runner = new TrialRunner(log, listener, stopped);
    List<List<Case>> cases = subjects.stream().map(one -> Case.of(one, options)).toList();
    List<Case> all = cases.stream().flatMap(List::stream).toList();
    runner.announce(all.size() * options.draws());
    int draws = options.draws();
    runner.run(
        subjects.size() * draws,
        job -> new Draw(job / draws, job % draws, runner).run(cases.get(job / draws)));
    return RobustnessResult.of(Task.of(data.train()).metric(), all, draws, runner.finished());
  }

  /** One network of one model, and what becomes of it. */
  private final class Draw {
    private final Subject subject;
    private final int number;
    private final TrialRunner runner;

    Draw(int subject, int number, TrialRunner runner) {
      this.subject = subjects.get(subject);
      this.number = number;
      this.runner = runner;
    }

    void run(List<Case> cases) throws IOException, InterruptedException {
      List<Case> open = cases.stream().filter(one -> !runner.isDone(one.id(), number)).toList();
      if (open.isEmpty()) {
        return;
      }
      long start = System.nanoTime();
      FittedModel model;
      try {
        model =
            new ModelFitter(subject.settings())
                .fit(data.train(), seed(), (epoch, epochs, loss) -> endIfStopped());
      } catch (CancellationException e) {
        throw e;
      } catch (RuntimeException e) {
        double seconds = seconds(start) / open.size();
        runner.keep(open.stream().map(one -> failed(one, e, seconds)).toList());
        return;
      }
      for (Case one : open) {
        endIfStopped();
        runner.keep(List.of(score(model, one)));
      }
    }

    private TrialResult score(FittedModel model, Case one) {
      long start = System.nanoTime();
      try {
        double score = onHardware(model, one).score(data.test());
        return TrialResult.of(one.id(), number, score, seconds(start));
      } catch (RuntimeException e) {
        return failed(one, e, seconds(start));
      }
    }

    private TrialResult failed(Case one, RuntimeException e, double seconds) {
      return TrialResult.failed(one.id(), number, e, seconds);
    }

    private FittedModel onHardware(FittedModel model, Case one) {
      HardwareModel hardware =
          HardwareModel.of(
              seed(),
              one.kind().map(kind -> kind.of(one.strength())).stream().toArray(Nonideality[]::new));
      Placement placement = options.placement();
      if (!one.refit()) {
        return model.with(hardware.on(placement).apply(model.network()));
      }
      FittedModel again =
          model.with(
              subject
                  .settings()
                  .learning()
                  .refitted(hardware.on(Placement.RECURRENT).apply(model.network()), data.train()));
      return placement == Placement.RECURRENT
          ? again
          : again.with(hardware.on(Placement.READOUT).apply(again.network()));
    }

    private long seed() {
      return options.seed() + number;
    }

    private void endIfStopped() {
      if (runner.isStopped()) {
        throw new CancellationException("the run was stopped");
      }
    }

    private double seconds(long start) {
      return (System.nanoTime() - start) / NANOS;
    }
  }
}
