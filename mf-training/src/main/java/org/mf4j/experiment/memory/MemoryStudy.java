package org.mf4j.experiment.memory;

import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Networks on tasks of growing length, the short ones first, so that what is left is the longest.
 */
public final class MemoryStudy {
  /** The lengths that are asked about. */
  public static final List<Integer> LENGTHS = List.of(100, 200, 500, 1000);

  private final List<Question> questions;
  private final List<Integer> lengths;
  private final List<Contender> contenders;

  /**
   * A study.
   *
   * @param questions the tasks
   * @param lengths T, in the order in which they are run
   * @param contenders the networks
   */
  public MemoryStudy(List<Question> questions, List<Integer> lengths, List<Contender> contenders) {
    this.questions = List.copyOf(questions);
    this.lengths = List.copyOf(lengths);
    this.contenders = List.copyOf(contenders);
  }

  /** {@return the trials in their order} */
  public List<MemoryTrial> trials() {
    return lengths.stream()
        .flatMap(length -> questions.stream().flatMap(question -> of(question, length)))
        .toList();
  }

  private Stream<MemoryTrial> of(Question question, int length) {
    return contenders.stream().map(network -> new MemoryTrial(question, length, network));
  }

  /**
   * Runs the trials that a journal has not got, and tells all of them.
   *
   * @param options how networks are trained
   * @param journal where trials are kept
   * @param told takes every trial as soon as it is known
   * @throws IOException if the journal cannot be written
   * @throws InterruptedException if the thread was interrupted
   */
  public void run(
      MemoryOptions options,
      MemoryJournal journal,
      BiConsumer<MemoryTrial, MemoryTrial.Outcome> told)
      throws IOException, InterruptedException {
    for (MemoryTrial trial : trials()) {
      if (journal.find(trial).isEmpty()) {
        journal.keep(trial, trial.run(options));
      }
      told.accept(trial, journal.find(trial).orElseThrow());
    }
  }
}
