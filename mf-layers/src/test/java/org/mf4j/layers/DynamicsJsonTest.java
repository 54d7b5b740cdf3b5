package org.mf4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.mf4j.dynamics.MemristiveDynamics;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.nd4j.shade.jackson.databind.module.SimpleModule;

/**
 * The constants in a configuration file, as the first version wrote it and as it is written now.
 */
class DynamicsJsonTest {
  private static final MemristiveDynamics PAPER = MemristiveDynamics.paper();
  private static final String SHARED =
      "{\"gamma\":1.0,\"deltaT\":0.1,\"slope\":1.0,\"kp0\":1.0E-4,\"kd0\":0.5,\"etaP\":10.0,"
          + "\"etaD\":1.0,\"rescale\":[0.35,1.15]}";
  private static final String FIRST_VERSION =
      "{\"gamma\":[1.0],\"deltaT\":[0.1],\"slope\":[1.0],\"kp0\":1.0E-4,\"kd0\":0.5,\"etaP\":10.0,"
          + "\"etaD\":1.0,\"rescale\":[0.35,1.15]}";

  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .registerModule(
              new SimpleModule()
                  .addSerializer(MemristiveDynamics.class, new DynamicsJson.Writer())
                  .addDeserializer(MemristiveDynamics.class, new DynamicsJson.Reader()));

  private static MemristiveDynamics read(String json) throws IOException {
    return MAPPER.readValue(json, MemristiveDynamics.class);
  }

  @Test
  void sharedConstantsAreNumbers() throws IOException {
    assertThat(read(SHARED)).isEqualTo(PAPER);
    assertThat(read(FIRST_VERSION)).isEqualTo(PAPER);
    assertThat(MAPPER.writeValueAsString(PAPER)).isEqualTo(SHARED);
  }

  @Test
  void thoseOfEveryNeuronAreArrays() throws IOException {
    MemristiveDynamics devices =
        PAPER.withKp0(1e-4, 2e-4).withKd0(0.5, 0.25).withEtaP(10, 9).withEtaD(1, 2);
    String json = MAPPER.writeValueAsString(devices);
    assertThat(json)
        .contains(
            "\"kp0\":[1.0E-4,2.0E-4],\"kd0\":[0.5,0.25],\"etaP\":[10.0,9.0],\"etaD\":[1.0,2.0]");
    assertThat(read(json)).isEqualTo(devices);
  }

  @Test
  void aConstantThatAFileLacksHasTheValueOfThePapers() throws IOException {
    assertThat(read("{\"gamma\":[0.5],\"rescale\":[0.35,1.15]}")).isEqualTo(PAPER.withGamma(0.5));
  }

  @Test
  void aFileCannotHoldConstantsOutOfRange() {
    assertThatThrownBy(() -> read(SHARED.replace("0.5", "[0.5,-2]")))
        .hasStackTraceContaining("kd0 of neuron 1 (the first is 0) = -2.0: must be positive");
  }
}
