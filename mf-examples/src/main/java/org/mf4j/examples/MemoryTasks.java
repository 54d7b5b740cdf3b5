package org.mf4j.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.mf4j.experiment.memory.Contender;
import org.mf4j.experiment.memory.MemoryJournal;
import org.mf4j.experiment.memory.MemoryOptions;
import org.mf4j.experiment.memory.MemoryStudy;
import org.mf4j.experiment.memory.MemoryTable;
import org.mf4j.experiment.memory.Question;

/**
 * How long networks remember: the adding problem, delayed recall and parity at growing lengths,
 * MF-RNNs of several physics beside an LSTM and a tanh network. All of it takes a day; the journal
 * goes on where a run was cut off.
 */
public final class MemoryTasks {
  private MemoryTasks() {}

  /**
   * Prints a table in Markdown, a row as soon as it is known.
   *
   * @param args lengths, and the name of a journal, which may exist; by default the adding problem
   *     of 100 steps and the MF-RNN that remembers long, kept nowhere
   * @throws IOException if the journal cannot be read or written
   * @throws InterruptedException if the thread is interrupted
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    List<Integer> lengths =
        Arrays.stream(args).filter(arg -> arg.matches("\\d+")).map(Integer::valueOf).toList();
    List<String> files = Arrays.stream(args).filter(arg -> !arg.matches("\\d+")).toList();
    System.out.println(MemoryTable.HEADER);
    if (files.isEmpty()) {
      Path scratch = Files.createTempFile("memory", ".jsonl");
      run(first(lengths), scratch);
      Files.delete(scratch);
    } else {
      run(all(lengths), Path.of(files.get(0)));
    }
  }

  private static MemoryStudy first(List<Integer> lengths) {
    return new MemoryStudy(
        List.of(Question.ADDING),
        lengths.isEmpty() ? MemoryStudy.LENGTHS.subList(0, 1) : lengths,
        List.of(Contender.MF_LONG));
  }

  private static MemoryStudy all(List<Integer> lengths) {
    return new MemoryStudy(
        List.of(Question.values()),
        lengths.isEmpty() ? MemoryStudy.LENGTHS : lengths,
        List.of(Contender.values()));
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
