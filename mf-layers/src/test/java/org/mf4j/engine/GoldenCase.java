package org.mf4j.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mf4j.cells.MemristiveCell;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.PhysicalConstant;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;

/** A case of memristive-layer.json: states and gradients that an independent program computed. */
public record GoldenCase(String name, JsonNode json) {
  private static final String FILE = "/memristive-layer.json";

  public static Stream<GoldenCase> all() throws IOException {
    try (InputStream in = GoldenCase.class.getResourceAsStream(FILE)) {
      JsonNode root = new ObjectMapper().readTree(in);
      Map<String, JsonNode> cases = new LinkedHashMap<>();
      root.fields().forEachRemaining(e -> cases.put(e.getKey(), e.getValue()));
      return List.copyOf(cases.entrySet()).stream()
          .map(e -> new GoldenCase(e.getKey(), e.getValue()));
    }
  }

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

  public MemristiveCell cell() {
    return new MemristiveCell(
        dynamics(), Integration.EULER, EnumSet.noneOf(PhysicalConstant.class));
  }

  public INDArray array(String key, DataType dataType) {
    JsonNode node = json.get(key);
    int[] shape = shape(node);
    return Nd4j.createFromArray(numbers(node)).castTo(dataType).reshape('c', shape);
  }

  public Optional<INDArray> mask(DataType dataType) {
    return json.get("mask").isNull() ? Optional.empty() : Optional.of(array("mask", dataType));
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
        .flatMapToDouble(i -> java.util.Arrays.stream(numbers(node.get(i))))
        .toArray();
  }
}
