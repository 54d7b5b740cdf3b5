package org.mf4j.examples;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mf4j.options.NearestName;

/** What {@code ./mf example} runs: lists the examples, or runs one by its name. */
public final class Examples {
  private static final int USER_ERROR = 2;

  private static final List<Example> ALL =
      List.of(
          new Example("drop-in-layer", "a memristive layer where an LSTM stood", DropInLayer::main),
          new Example(
              "beside-an-lstm", "a graph with an LSTM in its other branch", BesideAnLstm::main),
          new Example(
              "bidirectional-with-masks",
              "both directions in time, series of unequal length",
              BidirectionalWithMasks::main),
          new Example("streaming", "one step at a time", Streaming::main),
          new Example(
              "online-adaptation",
              "a readout that goes on learning from the stream",
              OnlineAdaptation::main),
          new Example(
              "reservoir-in-a-second",
              "MF-ESN with the papers' settings",
              ReservoirInASecond::main),
          new Example(
              "heterogeneous-reservoir",
              "neurons that differ as devices do",
              HeterogeneousReservoir::main),
          new Example("custom-topology", "a reservoir wired by yourself", CustomTopology::main),
          new Example(
              "mackey-glass-forecast",
              "a reservoir continues a chaotic signal",
              MackeyGlassForecast::main),
          new Example(
              "hybrid-training", "a reservoir unfrozen and trained further", HybridTraining::main),
          new Example(
              "trainable-physics", "learning the constants of the device", TrainablePhysics::main),
          new Example("on-the-gpu", "one network on the CPU and on the GPU", OnTheGpu::main),
          new Example(
              "imperfect-hardware",
              "networks on noisy devices of few levels",
              ImperfectHardware::main),
          new Example(
              "nanowire-reservoirs",
              "networks of nanowires beside an MF-ESN",
              NanowireReservoirs::main),
          new Example(
              "memory-tasks", "how long networks remember, beside an LSTM", MemoryTasks::main),
          new Example(
              "trained-networks",
              "what training is worth, on a folder of data sets",
              TrainedNetworks::main),
          new Example("own-csv", "CSV files of your own, read by DataVec", OwnCsv::main),
          new Example("ts-files", "the archive's .ts files, read by DataVec", TsFiles::main),
          new Example("training-ui", "live charts in the browser", TrainingUi::main),
          new Example("pure-same-diff", "the layer in a SameDiff graph", PureSameDiff::main));

  /** A program, its name and what it shows. */
  record Example(String name, String summary, Program program) {}

  /** The {@code main} of an example. */
  @FunctionalInterface
  interface Program {
    void run(String[] args) throws Exception;
  }

  private Examples() {}

  /**
   * Runs one example.
   *
   * @param args the name of the example, then what it takes; nothing for the list. A name that no
   *     example has ends the process with exit code 2
   * @throws Exception if the example fails
   */
  public static void main(String[] args) throws Exception {
    if (args.length == 0) {
      list(System.out);
      return;
    }
    Optional<Example> example = find(args[0]);
    if (example.isEmpty()) {
      System.err.println(unknown(args[0]));
      System.exit(USER_ERROR);
    }
    example.orElseThrow().program().run(Arrays.copyOfRange(args, 1, args.length));
  }

  static List<String> names() {
    return ALL.stream().map(Example::name).toList();
  }

  static Optional<Example> find(String name) {
    return ALL.stream().filter(example -> example.name().equals(name)).findFirst();
  }

  static void list(PrintStream out) {
    out.println("./mf example NAME runs one of these:");
    ALL.forEach(example -> out.printf("  %-25s %s%n", example.name(), example.summary()));
  }

  static String unknown(String name) {
    return String.format(
        "mf: there is no example \"%s\"; did you mean \"%s\"? ./mf example lists all.",
        name, NearestName.of(name, names()).orElseThrow());
  }
}
