package org.mf4j.layers;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.api.layers.RecurrentLayer;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.wrapper.BaseWrapperLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.util.TimeSeriesUtils;
import org.mf4j.engine.RowWriter;
import org.mf4j.summaries.SummaryOptions;
import org.mf4j.summaries.Trajectories;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A {@link StateSummary} at work. */
final class StateSummaryLayer extends BaseWrapperLayer implements RecurrentLayer {
  private static final long serialVersionUID = 1L;

  /** Begins the names of the states that are running summaries. */
  private static final String SUMMARIES_KEY = "summaries";

  private final SummaryOptions options;
  private transient INDArray input;
  private transient List<Part> parts;
  private transient List<Trajectories> stream;

  /** Series that are summarised together, and what came of them: a block of output columns. */
  private record Part(SeriesReader reader, Trajectories trajectories) {}

  StateSummaryLayer(Layer underlying, SummaryOptions options) {
    super(underlying);
    this.options = options;
  }

  @Override
  public Type type() {
    return Type.FEED_FORWARD;
  }

  @Override
  public void setInput(INDArray newInput, LayerWorkspaceMgr workspaceMgr) {
    super.setInput(newInput, workspaceMgr);
    input = super.input();
  }

  @Override
  public INDArray activate(INDArray newInput, boolean training, LayerWorkspaceMgr workspaceMgr) {
    setInput(newInput, workspaceMgr);
    return activate(training, workspaceMgr);
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaceMgr) {
    parts = null;
    if (underlying instanceof CellRnnLayer cell) {
      InputChecks.requireShape(cell, input, getMaskArray(), null);
    }
    if (isLastState()) {
      options.requireLengths(mask(channelsFirst(input)).lengths());
      return cell().activateLastState(training, workspaceMgr);
    }
    List<double[][]> columns =
        !training && underlying instanceof CellRnnLayer cell
            ? observed(cell, workspaceMgr)
            : List.of();
    if (columns.isEmpty()) {
      parts = wholeParts(underlying.activate(training, workspaceMgr));
      columns = features(parts);
    }
    return output(columns, workspaceMgr);
  }

  /** Whether the engine hands over what is wanted, and takes back its gradient, as it is. */
  private boolean isLastState() {
    return underlying instanceof CellRnnLayer && options.isLastState();
  }

  private CellRnnLayer cell() {
    return (CellRnnLayer) underlying;
  }

  /** The features made while the states were computed; none if the engine cannot do that. */
  private List<double[][]> observed(CellRnnLayer cell, LayerWorkspaceMgr workspaceMgr) {
    StepMask mask = mask(channelsFirst(input));
    options.requireLengths(mask.lengths());
    TrajectoryObserver observer = new TrajectoryObserver(options, mask, cell.neurons());
    List<double[][]> columns = new ArrayList<>();
    if (cell.observe(observer, workspaceMgr)) {
      columns.add(observer.features());
      if (options.includeInput()) {
        columns.addAll(features(List.of(whole(inputReader(mask)))));
      }
    }
    return columns;
  }

  private StepMask mask(INDArray series) {
    return StepMask.of(getMaskArray(), series.size(0), series.size(2));
  }

  private List<Part> wholeParts(INDArray activations) {
    List<SeriesReader> readers = readers(activations);
    options.requireLengths(readers.get(0).mask().lengths());
    return readers.stream().map(this::whole).toList();
  }

  private Part whole(SeriesReader reader) {
    int width = (int) reader.series().size(1);
    return new Part(reader, Trajectories.ofSeries(options, width, reader.mask().lengths()));
  }

  /** The states, direction by direction, and the input. */
  private List<SeriesReader> readers(INDArray activations) {
    INDArray states = channelsFirst(activations);
    StepMask mask = mask(states);
    List<SeriesReader> readers = new ArrayList<>();
    if (hasTwoDirections()) {
      long n = states.size(1) / 2;
      readers.add(new SeriesReader(states.get(all(), interval(0, n), all()), mask, false));
      readers.add(new SeriesReader(states.get(all(), interval(n, 2 * n), all()), mask, true));
    } else {
      readers.add(new SeriesReader(states, mask, false));
    }
    if (options.includeInput()) {
      readers.add(inputReader(mask));
    }
    return readers;
  }

  private SeriesReader inputReader(StepMask mask) {
    return new SeriesReader(channelsFirst(input), mask, false);
  }

  private boolean hasTwoDirections() {
    return underlying.conf().getLayer() instanceof Bidirectional both
        && both.getMode() == Bidirectional.Mode.CONCAT;
  }

  private INDArray channelsFirst(INDArray series) {
    boolean channelsLast =
        TimeSeriesUtils.getFormatFromRnnLayer(underlying.conf().getLayer()) == RNNFormat.NWC;
    return channelsLast ? series.permute(0, 2, 1) : series;
  }

  private static List<double[][]> features(List<Part> parts) {
    List<double[][]> columns = new ArrayList<>();
    for (Part part : parts) {
      part.reader().feed(part.trajectories());
      columns.add(part.trajectories().features());
    }
    return columns;
  }

  /** The columns of all parts beside each other. */
  private INDArray output(List<double[][]> columns, LayerWorkspaceMgr workspaceMgr) {
    int series = columns.get(0).length;
    int width = columns.stream().mapToInt(part -> part[0].length).sum();
    DataType type = underlying.params().dataType();
    INDArray all =
        workspaceMgr.createUninitialized(
            ArrayType.ACTIVATIONS, type, new long[] {series, width}, 'c');
    RowWriter.write(
        all, series, row -> columns.size() == 1 ? columns.get(0)[row] : joined(columns, row));
    return all;
  }

  private static double[] joined(List<double[][]> columns, int row) {
    return columns.stream().flatMapToDouble(part -> Arrays.stream(part[row])).toArray();
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(
      INDArray epsilon, LayerWorkspaceMgr workspaceMgr) {
    if (isLastState()) {
      return cell().backpropLastState(epsilon, workspaceMgr);
    }
    List<INDArray> gradients = new ArrayList<>();
    if (parts == null) {
      // The features that are given back come from a run that kept nothing.
      parts = wholeParts(underlying.activate(false, workspaceMgr));
      features(parts);
    }
    double[][] all = epsilon.toDoubleMatrix();
    int start = 0;
    for (Part part : parts) {
      int width = (int) part.reader().series().size(1) * options.features();
      gradients.add(part.reader().back(part.trajectories(), columns(all, start, width)));
      start += width;
    }
    INDArray fromInput =
        options.includeInput() ? channelsFirst(gradients.remove(gradients.size() - 1)) : null;
    INDArray states = Nd4j.concat(1, gradients.toArray(new INDArray[0]));
    Pair<Gradient, INDArray> below =
        underlying.backpropGradient(channelsFirst(states), workspaceMgr);
    if (fromInput != null) {
      below.getSecond().addi(fromInput);
    }
    return below;
  }

  private static double[][] columns(double[][] rows, int start, int width) {
    double[][] part = new double[rows.length][width];
    for (int row = 0; row < rows.length; row++) {
      System.arraycopy(rows[row], start, part[row], 0, width);
    }
    return part;
  }

  @Override
  public Pair<INDArray, MaskState> feedForwardMaskArray(
      INDArray mask, MaskState state, int minibatchSize) {
    underlying.feedForwardMaskArray(mask, state, minibatchSize);
    setMaskArray(mask);
    return new Pair<>(null, state);
  }

  @Override
  public INDArray rnnTimeStep(INDArray newInput, LayerWorkspaceMgr workspaceMgr) {
    options.requireStreamable();
    input = newInput;
    List<SeriesReader> readers = readers(recurrent().rnnTimeStep(newInput, workspaceMgr));
    if (stream == null) {
      stream = new ArrayList<>();
      for (SeriesReader reader : readers) {
        stream.add(
            Trajectories.ofStreams(
                options, (int) reader.series().size(1), (int) reader.series().size(0)));
      }
    }
    List<Part> continued = new ArrayList<>();
    for (int i = 0; i < readers.size(); i++) {
      continued.add(new Part(readers.get(i), stream.get(i)));
    }
    return output(features(continued), workspaceMgr);
  }

  private RecurrentLayer recurrent() {
    if (underlying instanceof RecurrentLayer recurrent) {
      return recurrent;
    }
    throw new UnsupportedOperationException(
        "StateSummary around "
            + underlying.conf().getLayer().getClass().getSimpleName()
            + ": only a recurrent layer keeps its state from call to call");
  }

  /**
   * {@inheritDoc}
   *
   * <p>The states of the recurrent layer, and the running summaries: {@code "summaries0"} those of
   * its neurons (of one direction), then those of the other and of the input, in doubles.
   */
  @Override
  public Map<String, INDArray> rnnGetPreviousState() {
    Map<String, INDArray> states = new HashMap<>(recurrent().rnnGetPreviousState());
    if (stream != null) {
      try (MemoryWorkspace detached = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
        for (int i = 0; i < stream.size(); i++) {
          states.put(SUMMARIES_KEY + i, Nd4j.createFromArray(stream.get(i).state()));
        }
      }
    }
    return states;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Without summaries among them, these begin anew.
   */
  @Override
  public void rnnSetPreviousState(Map<String, INDArray> states) {
    Map<String, INDArray> ofNeurons = new HashMap<>(states);
    ofNeurons.keySet().removeIf(name -> name.startsWith(SUMMARIES_KEY));
    recurrent().rnnSetPreviousState(ofNeurons);
    stream = null;
    int count = states.size() - ofNeurons.size();
    if (count > 0) {
      stream = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        stream.add(Trajectories.resumed(options, states.get(SUMMARIES_KEY + i).toDoubleMatrix()));
      }
    }
  }

  @Override
  public void rnnClearPreviousState() {
    if (underlying instanceof RecurrentLayer recurrent) {
      recurrent.rnnClearPreviousState();
    }
    stream = null;
  }

  @Override
  public void clear() {
    super.clear();
    input = null;
    parts = null;
  }

  @Override
  public INDArray rnnActivateUsingStoredState(
      INDArray newInput, boolean training, boolean storeLast, LayerWorkspaceMgr workspaceMgr) {
    throw truncated();
  }

  @Override
  public Map<String, INDArray> rnnGetTBPTTState() {
    throw truncated();
  }

  @Override
  public void rnnSetTBPTTState(Map<String, INDArray> state) {
    throw truncated();
  }

  @Override
  public Pair<Gradient, INDArray> tbpttBackpropGradient(
      INDArray epsilon, int tbpttBackLength, LayerWorkspaceMgr workspaceMgr) {
    throw truncated();
  }

  private static UnsupportedOperationException truncated() {
    return new UnsupportedOperationException(
        "StateSummary: its features belong to whole series, which truncated BPTT cuts; use"
            + " BackpropType.Standard");
  }
}
