package org.mf4j.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.mf4j.experiment.memory.Contender;
import org.mf4j.experiment.memory.MemoryJournal;
import org.mf4j.experiment.memory.MemoryOptions;
import org.mf4j.experiment.memory.MemoryStudy;
import org.mf4j.experiment.memory.MemoryTable;
import org.mf4j.experiment.memory.Question;

/**
 * How long networks remember: the adding problem, delayed recall and parity at growing lengths,
 * MF-RNNs of several physics beside LSTMs and a tanh network. All of it takes hours; the journal
 * goes on where a run was cut off.
 */
public final class MemoryTasks {
  private MemoryTasks() {}

  /**
   * Prints a table in Markdown, a row as soon as it is known.
   *
   * @param args lengths, tasks and networks by their names, and a journal, which may exist; without
   *     a journal the adding problem of 100 steps and the MF-RNN that remembers long
   * @throws IOException if the journal cannot be read or written
   * @throws InterruptedException if the thread is interrupted
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Set<String> words = new LinkedHashSet<>(List.of(args));
    List<Integer> lengths =
        words.stream().filter(word -> word.matches("\\d+")).map(Integer::valueOf).toList();
    words.removeIf(word -> word.matches("\\d+"));
    List<Question> tasks = named(Question.values(), Question::id, words);
    List<Contender> networks = named(Contender.values(), Contender::id, words);
    System.out.println(MemoryTable.HEADER);
    if (words.isEmpty()) {
      Path scratch = Files.createTempFile("memory", ".jsonl");
      run(
          new MemoryStudy(
              or(tasks, List.of(Question.ADDING)),
              or(lengths, MemoryStudy.LENGTHS.subList(0, 1)),
              or(networks, List.of(Contender.MF_LONG))),
          scratch);
      Files.delete(scratch);
    } else {
      run(
          new MemoryStudy(
              or(tasks, List.of(Question.values())),
              or(lengths, MemoryStudy.LENGTHS),
              or(networks, List.of(Contender.values()))),
          Path.of(words.iterator().next()));
    }
  }

  /** Those of the words that are names, which are taken out of them. */
  private static <T> List<T> named(T[] all, Function<T, String> id, Set<String> words) {
    return Arrays.stream(all).filter(one -> words.remove(id.apply(one))).toList();
  }

  private static <T> List<T> or(List<T> named, List<T> usual) {
    return named.isEmpty() ? usual : named;
  }

  private static void run(MemoryStudy study, Path journal)
      throws IOException, InterruptedException {
    MemoryOptions options = MemoryOptions.standard();
    try (MemoryJournal kept = MemoryJournal.open(journal, options)) {
      study.run(
          options, kept, (trial, outcome) -> System.out.println(MemoryTable.row(trial, outcome)));
    }
  }
}
