package org.mf4j.layers;

import java.io.IOException;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.NeuronValues;
import org.mf4j.dynamics.PhysicalConstant;
import org.mf4j.dynamics.Rescale;
import org.mf4j.dynamics.stochastic.BoundedPowerLaw;
import org.mf4j.dynamics.stochastic.DeviceNoise;
import org.mf4j.dynamics.stochastic.Realisation;
import org.nd4j.shade.jackson.core.JsonGenerator;
import org.nd4j.shade.jackson.core.JsonParser;
import org.nd4j.shade.jackson.databind.DeserializationContext;
import org.nd4j.shade.jackson.databind.JsonDeserializer;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.JsonSerializer;
import org.nd4j.shade.jackson.databind.SerializerProvider;

/**
 * The dynamics, and the noise, in the JSON and YAML of a network's configuration. Reading goes
 * through the same checks as building, so a file cannot hold constants out of range; a constant
 * that a file lacks has the papers' value.
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
      for (PhysicalConstant constant : PhysicalConstant.values()) {
        numberOrArray(json, constant.key(), dynamics.get(constant));
      }
      if (dynamics.drive() instanceof Rescale rescale) {
        array(json, "rescale", new double[] {rescale.lower(), rescale.upper()});
      }
      json.writeEndObject();
    }
  }

  /** Reads what {@link Writer} writes. */
  static final class Reader extends JsonDeserializer<MemristiveDynamics> {
    @Override
    public MemristiveDynamics deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      JsonNode json = parser.getCodec().readTree(parser);
      MemristiveDynamics dynamics = MemristiveDynamics.paper();
      for (PhysicalConstant constant : PhysicalConstant.values()) {
        if (json.has(constant.key())) {
          dynamics = dynamics.with(constant, values(json.get(constant.key())));
        }
      }
      JsonNode rescale = json.get("rescale");
      return rescale == null
          ? dynamics.withoutRescale()
          : dynamics.withRescale(rescale.get(0).asDouble(), rescale.get(1).asDouble());
    }
  }

  /** Writes the noise of the devices. */
  static final class NoiseWriter extends JsonSerializer<DeviceNoise> {
    @Override
    public void serialize(DeviceNoise noise, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeStartObject();
      numberOrArray(json, "sigma", noise.sigma());
      numberOrArray(json, "jumpRate", noise.jumpRate());
      json.writeNumberField("alpha", noise.amplitudes().alpha());
      array(
          json,
          "amplitudes",
          new double[] {noise.amplitudes().smallest(), noise.amplitudes().largest()});
      json.writeNumberField("seed", noise.seed());
      json.writeStringField("realisation", noise.realisation().name());
      json.writeEndObject();
    }
  }

  /** Equals what is left out of a file. */
  static final class NoNoise {
    @Override
    public boolean equals(Object other) {
      return other instanceof DeviceNoise noise && noise.isNone();
    }

    @Override
    public int hashCode() {
      return 0;
    }
  }

  /** Reads what {@link NoiseWriter} writes. */
  static final class NoiseReader extends JsonDeserializer<DeviceNoise> {
    @Override
    public DeviceNoise deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      JsonNode json = parser.getCodec().readTree(parser);
      double[] amplitudes = values(json.get("amplitudes"));
      BoundedPowerLaw law =
          new BoundedPowerLaw(json.get("alpha").asDouble(), amplitudes[0], amplitudes[1]);
      return DeviceNoise.gaussian(0, json.get("seed").asLong())
          .withSigma(values(json.get("sigma")))
          .withJumps(0, law)
          .withJumpRate(values(json.get("jumpRate")))
          .with(Realisation.valueOf(json.get("realisation").asText()));
    }
  }

  /** One number as such, which is how the first files held the physical constants. */
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

  private static double[] values(JsonNode node) {
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
