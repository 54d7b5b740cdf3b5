package org.mf4j.experiment.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.series.FiniteValues;
import org.mf4j.data.transform.Interpolate;
import org.mf4j.experiment.Comparison;
import org.mf4j.experiment.ModelResult;
import org.mf4j.experiment.Trial;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;

/**
 * Fits models to the training part of every set of an archive and scores them on its test part.
 * Missing values are interpolated, unequal lengths masked. A set that cannot be read and a model
 * that fails on it are results; the run goes on with the next.
 */
public final class ArchiveRun {
  private final ArchivePlan plan;
  private final TrialJournal journal;
  private final ArchiveListener listener;
  private final BooleanSupplier stopped;
  private int done;

  private ArchiveRun(
      ArchivePlan plan, TrialJournal journal, ArchiveListener listener, BooleanSupplier stopped) {
    this.plan = plan;
    this.journal = journal;
    this.listener = listener;
    this.stopped = stopped;
  }

  /**
   * Runs the trials that the journal has not got, one after the other.
   *
   * @param plan what is fitted to what
   * @param journal has the trials of earlier runs and gets those of this one, as they come
   * @param listener is told how it goes on
   * @param stopped asked between trials; true ends the run
   * @return one outcome per set; those that it was stopped before, or in, are left out
   * @throws IOException if the journal cannot be written
   * @throws InterruptedException if the thread was interrupted; what is done is in the journal
   */
  public static List<SetOutcome> run(
      ArchivePlan plan, TrialJournal journal, ArchiveListener listener, BooleanSupplier stopped)
      throws IOException, InterruptedException {
    return new ArchiveRun(plan, journal, listener, stopped).run();
  }

  private List<SetOutcome> run() throws IOException, InterruptedException {
    List<SetOutcome> outcomes = new ArrayList<>();
    for (int i = 0; i < plan.sets().size() && !stopped.getAsBoolean(); i++) {
      done = i * plan.trialsPerSet();
      SetOutcome outcome = run(plan.sets().get(i));
      if (!stopped.getAsBoolean()) {
        listener.onSet(outcome);
        outcomes.add(outcome);
      }
    }
    return outcomes;
  }

  private SetOutcome run(String name) throws IOException, InterruptedException {
    SetFacts facts;
    DatasetSplit data;
    try {
      DatasetSplit read = plan.places().read(name);
      facts = SetFacts.of(read);
      data = facts.missing() > 0 ? read.map(new Interpolate()::apply) : read;
      FiniteValues.require(data.train());
      FiniteValues.require(data.test());
    } catch (RuntimeException | OutOfMemoryError e) {
      return SetOutcome.unreadable(name, reason(e));
    }
    List<ModelOutcome> outcomes = new ArrayList<>();
    for (ModelKind model : plan.models()) {
      outcomes.add(run(name, data, model));
    }
    return new SetOutcome(name, Optional.of(facts), outcomes, Optional.empty());
  }

  private ModelOutcome run(String name, DatasetSplit data, ModelKind model)
      throws IOException, InterruptedException {
    List<Trial> finished = new ArrayList<>();
    Optional<String> failure = Optional.empty();
    for (int i = 0; i < plan.trials() && !stopped.getAsBoolean(); i++) {
      listener.onTrial(name, model, done++, plan.sets().size() * plan.trialsPerSet());
      if (failure.isEmpty()) {
        try {
          finished.add(trial(name, data, settings(data, model), i));
        } catch (RuntimeException | OutOfMemoryError e) {
          // Diverged, too large, refused by a theorem: that is what the model does on this set.
          failure = Optional.of(reason(e));
        }
      }
    }
    return new ModelOutcome(model, finished, failure);
  }

  /** Reservoirs of classes are calibrated, which changes no prediction. */
  private ModelSettings settings(DatasetSplit data, ModelKind model) {
    ModelSettings settings = plan.settings().of(model, data.train());
    return data.train().isClassification() ? settings.withProbabilities() : settings;
  }

  private Trial trial(String name, DatasetSplit data, ModelSettings settings, int number)
      throws IOException, InterruptedException {
    long seed = plan.seed() + number;
    String key = TrialJournal.key(data, settings, seed);
    Optional<Trial> known = journal.find(key);
    if (known.isPresent()) {
      return known.get();
    }
    if (number == 0) {
      listener.onFit(settings, data.train());
    }
    ModelResult result =
        new Comparison(data).run(List.of(settings), 1, seed, listener.fits()).get(0);
    if (result.failure().isPresent()) {
      throw new ArithmeticException(result.failure().get());
    }
    Trial trial = result.trials().get(0);
    journal.keep(key, name, settings.kind().id(), trial);
    return trial;
  }

  private static String reason(Throwable e) {
    String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    String what = e instanceof OutOfMemoryError ? "out of memory (" + why + ")" : why;
    return what.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
