package org.mf4j.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.mf4j.data.archive.LocalDirectory;
import org.mf4j.experiment.archive.TrialJournal;
import org.mf4j.experiment.training.TrainedNetwork;
import org.mf4j.experiment.training.TrainingStudy;

/**
 * What training is worth: the papers' MF-RNN by their protocol and by today's, the heterogeneous
 * one beside the reservoir that it starts as, and LSTMs trained by the same options, on every data
 * set of a folder. All of it takes hours; the journal goes on where a run was cut off.
 */
public final class TrainedNetworks {
  private static final int TRIALS = 5;

  private TrainedNetworks() {}

  /**
   * Prints a table in Markdown, a row as soon as it is known.
   *
   * @param args a folder that holds NAME/NAME_TRAIN.ts and NAME/NAME_TEST.ts of every set; a
   *     journal, which may exist; names of sets, by default all of the folder
   * @throws IOException if the journal cannot be read or written
   * @throws InterruptedException if the thread is interrupted
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length == 0) {
      throw new IllegalArgumentException(
          "trained-networks: name a folder that holds NAME/NAME_TRAIN.ts and NAME/NAME_TEST.ts");
    }
    Path folder = Path.of(args[0]);
    List<String> sets =
        args.length > 2
            ? List.of(args).subList(2, args.length)
            : new LocalDirectory(folder).names().stream().distinct().toList();
    try (TrialJournal journal =
        args.length > 1 ? TrialJournal.open(Path.of(args[1]), Map.of()) : TrialJournal.inMemory()) {
      new TrainingStudy(List.of(TrainedNetwork.values()), TRIALS)
          .print(folder, sets, journal, System.out);
    }
  }
}
