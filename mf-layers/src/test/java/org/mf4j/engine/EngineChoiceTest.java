package org.mf4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mf4j.cells.LeakyCell;
import org.mf4j.engine.fused.FusedEngine;
import org.mf4j.engine.fused.FusedProvider;
import org.mf4j.engine.samediff.SameDiffEngine;
import org.mf4j.engine.samediff.SameDiffProvider;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Which engine runs what. A further engine is played by one that does nothing. */
class EngineChoiceTest {
  private static final Work SMALL = new Work(1, 1, false);
  private static final Work LARGE = new Work(512, 100, true);

  private static EngineRequest layer(DataType dataType) {
    return new EngineRequest(new LeakyCell(1), 3, 4, dataType, false);
  }

  /** Claims what is for training, unless its device is missing. */
  private record Device(boolean isThere) implements EngineProvider {
    @Override
    public Engine engine() {
      return Engine.CUDA;
    }

    @Override
    public Optional<String> obstacle(EngineRequest layer) {
      return isThere ? Optional.empty() : Optional.of("no device");
    }

    @Override
    public Optional<String> claim(EngineRequest layer, Work work) {
      return work.training() ? Optional.of("it is training") : Optional.empty();
    }

    @Override
    public SequenceEngine create(EngineRequest layer) {
      return new Idle();
    }
  }

  private static final class Idle implements SequenceEngine {
    @Override
    public SequenceRun forward(
        Sequence sequence,
        Map<String, INDArray> params,
        Optional<INDArray> activations,
        boolean training) {
      throw new UnsupportedOperationException();
    }
  }

  private static Map<Engine, EngineProvider> providers(EngineProvider... more) {
    Map<Engine, EngineProvider> providers = new EnumMap<>(Engine.class);
    providers.put(Engine.FUSED, new FusedProvider());
    providers.put(Engine.SAMEDIFF, new SameDiffProvider());
    for (EngineProvider provider : more) {
      providers.put(provider.engine(), provider);
    }
    return providers;
  }

  private static EngineChoice choice(Engine asked, String cuda, EngineProvider... more) {
    return new EngineChoice(asked, layer(DataType.FLOAT), providers(more), cuda);
  }

  @Test
  void ourOwnEnginesAreFound() {
    assertThat(new EngineChoice(Engine.AUTO, layer(DataType.FLOAT)).of(LARGE))
        .isInstanceOf(FusedEngine.class);
    assertThat(new EngineChoice(Engine.AUTO, layer(DataType.DOUBLE)).of(LARGE))
        .isInstanceOf(SameDiffEngine.class);
    assertThat(new EngineChoice(Engine.SAMEDIFF, layer(DataType.FLOAT)).of(LARGE))
        .isInstanceOf(SameDiffEngine.class);
  }

  @Test
  void autoTakesWhatAProviderClaims() {
    EngineChoice choice = choice(Engine.AUTO, "auto", new Device(true));
    assertThat(choice.of(SMALL)).isInstanceOf(FusedEngine.class).isSameAs(choice.of(SMALL));
    assertThat(choice.of(LARGE)).isInstanceOf(Idle.class).isSameAs(choice.of(LARGE));
  }

  @Test
  void autoGoesOnWithoutADevice() {
    assertThat(choice(Engine.AUTO, "auto", new Device(false)).of(LARGE))
        .isInstanceOf(FusedEngine.class);
  }

  @Test
  void anEngineThatIsAskedForTakesEverything() {
    assertThat(choice(Engine.CUDA, "auto", new Device(true)).of(SMALL)).isInstanceOf(Idle.class);
    assertThat(choice(Engine.FUSED, "required", new Device(true)).of(LARGE))
        .isInstanceOf(FusedEngine.class);
  }

  @Test
  void thePropertySwitchesCudaOffOrRequiresIt() {
    assertThat(choice(Engine.AUTO, "off", new Device(true)).of(LARGE))
        .isInstanceOf(FusedEngine.class);
    assertThat(choice(Engine.AUTO, "required", new Device(true)).of(SMALL))
        .isInstanceOf(Idle.class);
  }

  @Test
  void whatCannotRunSaysWhy() {
    assertRefused(
        () -> choice(Engine.CUDA, "auto"),
        "engine = CUDA: its module mf-cuda is missing on the class path; use AUTO or SAMEDIFF");
    assertRefused(
        () -> choice(Engine.CUDA, "off", new Device(true)),
        "engine = CUDA: the system property org.mf4j.cuda switches it off; use AUTO or SAMEDIFF");
    assertRefused(
        () -> choice(Engine.CUDA, "auto", new Device(false)),
        "engine = CUDA: no device; use AUTO or SAMEDIFF");
    assertRefused(
        () -> choice(Engine.AUTO, "required", new Device(false)),
        "engine = CUDA: no device; set org.mf4j.cuda to auto");
    assertRefused(
        () -> choice(Engine.AUTO, "on"), "org.mf4j.cuda = on: must be auto, off or required");
  }

  private static void assertRefused(Runnable choice, String message) {
    assertThatThrownBy(choice::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
