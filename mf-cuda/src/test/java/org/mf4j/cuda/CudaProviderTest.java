package org.mf4j.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mf4j.cells.GatedMemristiveCell;
import org.mf4j.cells.LeakyCell;
import org.mf4j.cells.MemristiveCell;
import org.mf4j.cells.RecurrentCell;
import org.mf4j.cuda.device.GpuProperties;
import org.mf4j.cuda.driver.FirstGpu;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.PhysicalConstant;
import org.mf4j.dynamics.stochastic.DeviceNoise;
import org.mf4j.engine.EngineRequest;
import org.mf4j.engine.Work;
import org.nd4j.linalg.api.buffer.DataType;

/** What the engine says it can run, and what AUTO leaves to it. */
class CudaProviderTest {
  private static final LeakyCell LEAKY = new LeakyCell(0.5);

  private static EngineRequest layer(RecurrentCell cell, int neurons) {
    return new EngineRequest(cell, 3, neurons, DataType.FLOAT, false);
  }

  /** A card of so many multiprocessors with so much shared memory per block, 1 GiB in all. */
  private static CudaProvider on(int multiprocessors, int sharedMemory, boolean cooperative) {
    GpuProperties card =
        new GpuProperties("card", "12.0", 75, 1L << 30, multiprocessors, sharedMemory, cooperative);
    return new CudaProvider(
        () -> new FirstGpu(Optional.of(new EmulatedGpu(card)), Optional.empty()));
  }

  private static CudaProvider onHopper() {
    return on(132, 227 << 10, true);
  }

  @Test
  void withoutADeviceItSaysWhy() {
    CudaProvider none =
        new CudaProvider(() -> new FirstGpu(Optional.empty(), Optional.of("no driver")));
    assertThat(none.obstacle(layer(LEAKY, 4))).contains("no driver");
  }

  @Test
  void theDeviceIsNotLookedForWhereTheLayerCannotRun() {
    CudaProvider provider =
        new CudaProvider(
            () -> {
              throw new AssertionError("looked for");
            });
    assertThat(provider.obstacle(new EngineRequest(LEAKY, 3, 4, DataType.DOUBLE, false)))
        .contains(
            "needs a FLOAT network on a CPU backend, this is a DOUBLE network on a CPU backend");
    MemristiveCell memristor =
        new MemristiveCell(
            MemristiveDynamics.paper(), Integration.EULER, EnumSet.noneOf(PhysicalConstant.class));
    assertThat(provider.obstacle(layer(new GatedMemristiveCell(memristor), 4)))
        .contains("there are no kernels for a GatedMemristiveCell");
    MemristiveCell noisy =
        new MemristiveCell(
            memristor.dynamics(),
            memristor.integration(),
            memristor.trained(),
            DeviceNoise.gaussian(0.1, 1));
    assertThat(provider.obstacle(layer(noisy, 4)))
        .contains("there are no kernels for a MemristiveCell with noise");
  }

  /** A block of the widest kernels needs 2 * 4 * (2048 + 16 + 4) floats. */
  @Test
  void asManyNeuronsAsFitTheDevice() {
    assertThat(onHopper().obstacle(layer(LEAKY, 2048))).isEmpty();
    assertThat(onHopper().obstacle(layer(LEAKY, 2049)))
        .contains("2049 neurons do not fit the device card");
    assertThat(on(132, 66176, true).obstacle(layer(LEAKY, 1025))).isEmpty();
    assertThat(on(132, 66175, true).obstacle(layer(LEAKY, 1025))).isPresent();
    assertThat(on(132, 66175, true).obstacle(layer(LEAKY, 1024))).isEmpty();
  }

  /** Tiles of 32 neurons, each on a multiprocessor of its own. */
  @Test
  void blocksThatExchangeStatesMustAllBeResident() {
    assertThat(on(8, 227 << 10, true).obstacle(layer(LEAKY, 256))).isEmpty();
    assertThat(on(8, 227 << 10, true).obstacle(layer(LEAKY, 257))).isPresent();
    assertThat(on(8, 227 << 10, false).obstacle(layer(LEAKY, 256))).isPresent();
    assertThat(on(1, 48 << 10, false).obstacle(layer(LEAKY, 128))).isEmpty();
  }

  @Test
  void autoTakesLargeWorkOnly() {
    EngineRequest layer = layer(LEAKY, 100);
    assertThat(onHopper().claim(layer, new Work(64, 140, true)))
        .contains("the work is large enough for the device card");
    assertThat(onHopper().claim(layer, new Work(1, 140, true))).isEmpty();
    // 8,000,000 multiplications are 769.2 steps and series of 100 x 104.
    assertThat(onHopper().claim(layer, new Work(10, 77, false))).isPresent();
    assertThat(onHopper().claim(layer, new Work(10, 76, false))).isEmpty();
    assertThat(onHopper().claim(layer, new Work(100_000, 1, false))).isEmpty();
  }

  /** Six arrays of 100 states per series and step are to fit four fifths of 1 GiB. */
  @Test
  void autoLeavesTrainingThatDoesNotFitToTheCpu() {
    EngineRequest layer = layer(LEAKY, 100);
    assertThat(onHopper().claim(layer, new Work(3579, 100, true))).isPresent();
    assertThat(onHopper().claim(layer, new Work(3580, 100, true))).isEmpty();
    assertThat(onHopper().claim(layer, new Work(3580, 100, false))).isPresent();
  }
}
