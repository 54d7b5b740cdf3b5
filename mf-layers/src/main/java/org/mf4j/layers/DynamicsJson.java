package org.mf4j.layers;

import java.io.IOException;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.NeuronValues;
import org.mf4j.dynamics.Rescale;
import org.nd4j.shade.jackson.core.JsonGenerator;
import org.nd4j.shade.jackson.core.JsonParser;
import org.nd4j.shade.jackson.databind.DeserializationContext;
import org.nd4j.shade.jackson.databind.JsonDeserializer;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.JsonSerializer;
import org.nd4j.shade.jackson.databind.SerializerProvider;

/**
 * The dynamics in the JSON and YAML of a network's configuration. Reading goes through the same
 * checks as building, so a file cannot hold constants out of range.
 */
final class DynamicsJson {
  private DynamicsJson() {}

  /** Writes one field per constant; {@code rescale} is absent where the drive is u itself. */
  static final class Writer extends JsonSerializer<MemristiveDynamics> {
    @Override
    public void serialize(
        MemristiveDynamics dynamics, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeStartObject();
      array(json, "gamma", dynamics.gamma().toArray());
      array(json, "deltaT", dynamics.deltaT().toArray());
      array(json, "slope", dynamics.slope().toArray());
      numberOrArray(json, "kp0", dynamics.kp0());
      numberOrArray(json, "kd0", dynamics.kd0());
      numberOrArray(json, "etaP", dynamics.etaP());
      numberOrArray(json, "etaD", dynamics.etaD());
      if (dynamics.drive() instanceof Rescale rescale) {
        array(json, "rescale", new double[] {rescale.lower(), rescale.upper()});
      }
      json.writeEndObject();
    }

    /** One number as such: the first files had no other. */
    private static void numberOrArray(JsonGenerator json, String name, NeuronValues values)
        throws IOException {
      if (values.size() == 1) {
        json.writeNumberField(name, values.at(0));
      } else {
        array(json, name, values.toArray());
      }
    }

    private static void array(JsonGenerator json, String name, double[] values) throws IOException {
      json.writeFieldName(name);
      json.writeArray(values, 0, values.length);
    }
  }

  /** Reads what {@link Writer} writes. */
  static final class Reader extends JsonDeserializer<MemristiveDynamics> {
    @Override
    public MemristiveDynamics deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      JsonNode json = parser.getCodec().readTree(parser);
      MemristiveDynamics dynamics =
          MemristiveDynamics.paper()
              .withGamma(array(json.get("gamma")))
              .withDeltaT(array(json.get("deltaT")))
              .withSlope(array(json.get("slope")))
              .withKp0(array(json.get("kp0")))
              .withKd0(array(json.get("kd0")))
              .withEtaP(array(json.get("etaP")))
              .withEtaD(array(json.get("etaD")));
      JsonNode rescale = json.get("rescale");
      return rescale == null
          ? dynamics.withoutRescale()
          : dynamics.withRescale(rescale.get(0).asDouble(), rescale.get(1).asDouble());
    }

    private static double[] array(JsonNode node) {
      if (node.isNumber()) {
        return new double[] {node.asDouble()};
      }
      double[] values = new double[node.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = node.get(i).asDouble();
      }
      return values;
    }
  }
}
