package org.mf4j.benchmarks.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table of docs/performance.md, from a folder of results. */
public final class PerformanceTable {
  private static final int BATCH = 64;
  private static final int BLOCK = 32;
  private static final int STEPS = 140;
  private static final int NEURONS = 100;
  private static final int LARGE = 1_000;
  private static final int[] THREADS = {1, 2};
  private static final int[] LENGTHS = {60, STEPS, 500, 1_500, 5_000};
  private static final String FUSED = "layer=MEMRISTIVE_FUSED";
  private static final String TRAINING_STEP = "TrainingStep.fit";
  private static final String FORWARD = "ReservoirForward.activate";

  private final Results results;
  private final List<Row> rows = new ArrayList<>();

  private PerformanceTable(Results results) {
    this.results = results;
  }

  /**
   * Prints the table in Markdown. What was not measured is left out.
   *
   * @param args the folder of results
   * @throws IOException if the results cannot be read
   */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.print(markdown(Results.read(Path.of(args[0]))));
  }

  static String markdown(Results results) {
    PerformanceTable table = new PerformanceTable(results);
    for (int threads : THREADS) {
      table.trainingStep(threads);
      table.floor(threads);
      table.forward(threads, "SYNTHETIC_CONTROL", 300, 60);
      table.forward(threads, "ECG5000", 500, 140);
      table.reservoirFit(threads);
    }
    table.scaling();
    table.lengths();
    table.timeStep();
    table.firstCall("MEMRISTIVE_SAMEDIFF");
    table.firstCall("MEMRISTIVE_FUSED");
    table.memory("MEMRISTIVE_FUSED");
    table.memory("MEMRISTIVE_CHECKPOINTED");
    table.elementaryFunctions();
    table.readout();
    StringBuilder text = new StringBuilder(Row.HEAD);
    table.rows.stream()
        .filter(row -> row.measured().value().isPresent())
        .forEach(row -> text.append(row.markdown()));
    return text.toString();
  }

  private Quantity time(int threads, String benchmark, String... params) {
    return Quantity.seconds(results.median(threads, benchmark, params));
  }

  private void trainingStep(int threads) {
    Quantity ours = time(threads, TRAINING_STEP, FUSED);
    Row row = Row.of("training step", threads, ours, "TrainingStep");
    rows.add(row.beside("torch.nn.RNN", time(threads, "torch.nn.RNN.fit")).timesAsFast(1 / 0.7));
    rows.add(row.beside("MF cell in PyTorch", time(threads, "torch.MF.fit")).timesAsFast(4));
    rows.add(row.beside("the same, torch.jit", time(threads, "torch.jit.MF.fit")));
    rows.add(row.beside("SAMEDIFF", step(threads, "MEMRISTIVE_SAMEDIFF")).timesAsFast(40));
    Row besideSimpleRnn = row.beside("DL4J SimpleRnn", step(threads, "DL4J_SIMPLE_RNN"));
    rows.add(threads == 2 ? besideSimpleRnn.timesAsFast(8) : besideSimpleRnn);
    rows.add(row.beside("DL4J LSTM", step(threads, "DL4J_LSTM")).timesAsFast(25));
    rows.add(row.beside("in LastTimeStep", step(threads, "MEMRISTIVE_IN_LAST_TIME_STEP")));
    rows.add(row.beside("with checkpoints", step(threads, "MEMRISTIVE_CHECKPOINTED")));
    Quantity leaky = step(threads, "LEAKY_FUSED");
    rows.add(
        Row.of("training step of LeakyRnn (tanh)", threads, leaky, "TrainingStep")
            .beside("torch.nn.RNN", time(threads, "torch.nn.RNN.fit")));
  }

  private Quantity step(int threads, String layer) {
    return time(threads, TRAINING_STEP, "layer=" + layer);
  }

  /** Forward, back and the gradient of the weights: three products per step and block of 32. */
  private void floor(int threads) {
    product(threads, BATCH, NEURONS);
    Quantity product = product(threads, BLOCK, NEURONS + 2);
    Quantity floor = product.times(3.0 * STEPS * BATCH / BLOCK / threads);
    rows.add(
        Row.of("training step", threads, step(threads, "MEMRISTIVE_FUSED"), "BareGemm")
            .beside("the floor, its products alone", floor));
  }

  private Quantity product(int threads, int m, int k) {
    String shape = m + "x" + k + "x" + NEURONS;
    Quantity time = time(threads, "BareGemm.multiply", "shape=" + shape);
    double operations = 2.0 * threads * m * k * NEURONS;
    rows.add(
        Row.of(
            "product " + shape + ", each thread its own",
            threads,
            time.map(Quantity.Kind.OPERATIONS_PER_SECOND, t -> operations / t),
            "BareGemm"));
    return time;
  }

  private void forward(int threads, String shape, int batch, int steps) {
    Quantity small = time(threads, FORWARD, FUSED, "shape=" + shape, "neurons=" + NEURONS);
    double sequenceSteps = (double) batch * steps;
    Row rate =
        Row.of(
            "forward, " + shape + ", N = 100",
            threads,
            small.map(Quantity.Kind.SEQUENCE_STEPS_PER_SECOND, t -> sequenceSteps / t),
            "ReservoirForward");
    rows.add(threads == 2 ? rate.atLeast(2.5e6) : rate);
    Quantity large = time(threads, FORWARD, FUSED, "shape=" + shape, "neurons=" + LARGE);
    Quantity products = time(threads, "BareGemm.multiply", "shape=" + batch + "x1000x1000");
    rows.add(
        Row.of("forward, " + shape + ", N = 1,000", threads, large, "ReservoirForward")
            .beside("its products alone", products.times(steps))
            .timesAsFast(0.5));
  }

  private void reservoirFit(int threads) {
    rows.add(
        Row.of(
                "MF-ESN, fit of 500 and test of 4,500 series",
                threads,
                time(threads, "ReservoirFit.fitAndTest"),
                "ReservoirFit")
            .beside("numpy and scikit-learn", time(threads, "numpy.ReservoirFit"))
            .timesAsFast(2));
  }

  private void scaling() {
    rows.add(
        Row.of("training step", 2, step(2, "MEMRISTIVE_FUSED"), "TrainingStep")
            .beside("1 thread", step(1, "MEMRISTIVE_FUSED"))
            .timesAsFast(1.7));
  }

  private void lengths() {
    for (int steps : LENGTHS) {
      String what = String.format(Locale.ROOT, "training, per step of T = %,d", steps);
      Row row = Row.of(what, 2, perStep(steps), "LengthScaling");
      rows.add(steps == STEPS ? row : row.beside("T = 140", perStep(STEPS)));
    }
  }

  private Quantity perStep(int steps) {
    return time(2, "LengthScaling.fit", "steps=" + steps).times(1.0 / steps);
  }

  private void timeStep() {
    rows.add(
        Row.of("rnnTimeStep, in the layer", 1, sample("layer", "MEMRISTIVE_FUSED"), "TimeStep")
            .beside("DL4J SimpleRnn", sample("layer", "DL4J_SIMPLE_RNN"))
            .atMost(20e-6));
    rows.add(
        Row.of("rnnTimeStep, network", 1, sample("network", "MEMRISTIVE_FUSED"), "TimeStep")
            .beside("DL4J SimpleRnn", sample("network", "DL4J_SIMPLE_RNN")));
  }

  private Quantity sample(String where, String layer) {
    return time(1, "TimeStep." + where, "kind=" + layer);
  }

  private void firstCall(String layer) {
    rows.add(
        Row.of(
                "first training step, T = 300, " + layer,
                1,
                time(1, "FirstCall.first", "layer=" + layer),
                "FirstCall")
            .beside("the tenth", time(1, "FirstCall.tenth", "layer=" + layer)));
  }

  private void memory(String layer) {
    Quantity bytes =
        new Quantity(results.median(1, "TrainingMemory", "layer=" + layer), Quantity.Kind.BYTES);
    rows.add(
        Row.of(
            "training, memory per series, step and neuron, " + layer, 1, bytes, "TrainingMemory"));
  }

  private void elementaryFunctions() {
    for (String function : new String[] {"sigmoid", "tanh", "exp"}) {
      Quantity time = time(1, "ElementaryFunctions." + function);
      rows.add(Row.of(function + " of 6,400 numbers", 1, time, "ElementaryFunctions"));
    }
  }

  private void readout() {
    rows.add(
        Row.of(
                "ridge readout, 1,000 x 10,000, 30 lambdas",
                2,
                time(2, "RidgeCost.leaveOneOut", "features=1000"),
                "RidgeCost")
            .beside("eigendecomposition", time(2, "RidgeCost.eigendecomposition", "features=1000"))
            .timesAsFast(1 / 1.5));
  }
}
