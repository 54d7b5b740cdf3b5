package org.mf4j.engine.golden;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mf4j.cells.MemristiveCell;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.PhysicalConstant;
import org.mf4j.engine.EngineRequest;
import org.mf4j.engine.Sequence;
import org.mf4j.engine.SequenceEngine;
import org.mf4j.engine.SequenceGradients;
import org.mf4j.engine.SequenceRun;
import org.mf4j.engine.StateGradients;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;

/**
 * A case of memristive-layer.json: one batch through one memristive layer, eqs. (8)-(12) of [APL],
 * forward and back. Its arrays are those of Deeplearning4j, {@code x [B,nIn,T]}, {@code h [B,N,T]}.
 */
public final class GoldenCase {
  private static final String FILE = "memristive-layer.json";

  private final String name;
  private final JsonNode json;

  private GoldenCase(String name, JsonNode json) {
    this.name = name;
    this.json = json;
  }

  /** {@return all cases} */
  public static Stream<GoldenCase> all() {
    try (InputStream in = GoldenCase.class.getResourceAsStream(FILE)) {
      JsonNode root = new ObjectMapper().readTree(in);
      Stream.Builder<GoldenCase> cases = Stream.builder();
      root.fields().forEachRemaining(e -> cases.add(new GoldenCase(e.getKey(), e.getValue())));
      return cases.build();
    } catch (IOException e) {
      throw new UncheckedIOException("the golden cases cannot be read: " + e.getMessage(), e);
    }
  }

  /** {@return the constants of its neurons} */
  public MemristiveDynamics dynamics() {
    JsonNode d = json.get("dynamics");
    MemristiveDynamics dynamics =
        MemristiveDynamics.paper()
            .withGamma(numbers(d.get("gamma")))
            .withDeltaT(numbers(d.get("deltaT")))
            .withSlope(numbers(d.get("slope")))
            .withKp0(d.get("kp0").asDouble())
            .withKd0(d.get("kd0").asDouble())
            .withEtaP(d.get("etaP").asDouble())
            .withEtaD(d.get("etaD").asDouble());
    return d.get("rescale").asBoolean()
        ? dynamics.withRescale(d.get("lower").asDouble(), d.get("upper").asDouble())
        : dynamics.withoutRescale();
  }

  /**
   * The layer that an engine is to run.
   *
   * @param dataType FLOAT or DOUBLE
   * @param gradientCheckpointing whether it shall save memory for time
   * @return the request
   */
  public EngineRequest layer(DataType dataType, boolean gradientCheckpointing) {
    INDArray w = array("W", dataType);
    MemristiveCell cell =
        new MemristiveCell(dynamics(), Integration.EULER, EnumSet.noneOf(PhysicalConstant.class));
    return new EngineRequest(
        cell, (int) w.size(0), (int) w.size(1), dataType, gradientCheckpointing);
  }

  /**
   * One of its arrays.
   *
   * @param key its name in the file
   * @param dataType FLOAT or DOUBLE
   * @return a new array
   */
  public INDArray array(String key, DataType dataType) {
    JsonNode node = json.get(key);
    int[] shape = shape(node);
    return Nd4j.createFromArray(numbers(node)).castTo(dataType).reshape('c', shape);
  }

  /**
   * Its mask.
   *
   * @param dataType FLOAT or DOUBLE
   * @return {@code [B,T]}, or empty if all steps are there
   */
  public Optional<INDArray> mask(DataType dataType) {
    return json.get("mask").isNull() ? Optional.empty() : Optional.of(array("mask", dataType));
  }

  /**
   * Runs the case forward and back.
   *
   * @param engine runs the {@link #layer} of this case
   * @param dataType the engine's
   * @return of every result the distance (norm) from what it should be, relative to its norm where
   *     that is above 1
   */
  public Map<String, Double> errors(SequenceEngine engine, DataType dataType) {
    INDArray x = array("x", dataType).permute(2, 0, 1);
    INDArray initial = array("h0", dataType);
    Map<String, INDArray> params =
        Map.of(
            "W", array("W", dataType),
            "RW", array("RW", dataType),
            "b", array("b", dataType).reshape(1, -1));
    INDArray activations = Nd4j.create(dataType, x.size(0), x.size(1), initial.size(1));
    SequenceRun run =
        engine.forward(
            new Sequence(x, mask(dataType), initial), params, Optional.of(activations), true);
    Map<String, INDArray> gradients = new HashMap<>();
    params.forEach((key, param) -> gradients.put(key, param.like()));
    INDArray dx = Nd4j.create(dataType, x.shape());
    INDArray dInitial = initial.like();
    run.backward(
        StateGradients.ofActivations(array("eps", dataType).permute(2, 0, 1)),
        (int) x.size(0),
        new SequenceGradients(dx, dInitial, gradients));
    Map<String, Double> errors = new LinkedHashMap<>();
    errors.put("h", error("h", activations.permute(1, 2, 0)));
    errors.put("lastState", error("lastState", run.lastState()));
    gradients.forEach((key, gradient) -> errors.put("d" + key, error("d" + key, gradient)));
    errors.put("dx", error("dx", dx.permute(1, 2, 0)));
    errors.put("dh0", error("dh0", dInitial));
    return errors;
  }

  private double error(String key, INDArray actual) {
    INDArray expected = array(key, DataType.DOUBLE);
    INDArray difference = actual.castTo(DataType.DOUBLE).reshape('c', expected.shape());
    return difference.sub(expected).norm2Number().doubleValue()
        / Math.max(1, expected.norm2Number().doubleValue());
  }

  @Override
  public String toString() {
    return name;
  }

  private static int[] shape(JsonNode node) {
    int rank = 0;
    for (JsonNode n = node; n.isArray(); n = n.get(0)) {
      rank++;
    }
    int[] shape = new int[rank];
    JsonNode n = node;
    for (int i = 0; i < rank; i++) {
      shape[i] = n.size();
      n = n.get(0);
    }
    return shape;
  }

  private static double[] numbers(JsonNode node) {
    if (!node.isArray()) {
      return new double[] {node.asDouble()};
    }
    return Stream.iterate(0, i -> i + 1)
        .limit(node.size())
        .flatMapToDouble(i -> Arrays.stream(numbers(node.get(i))))
        .toArray();
  }
}
