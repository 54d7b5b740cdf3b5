package org.mf4j.benchmarks;

import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.engine.Engine;
import org.mf4j.layers.CellRnn;
import org.mf4j.layers.LeakyRnn;
import org.mf4j.layers.LstmRnn;
import org.mf4j.layers.MemristiveRnn;
import org.mf4j.layers.StateSummary;
import org.mf4j.summaries.Last;
import org.mf4j.summaries.SummaryOptions;
import org.nd4j.linalg.activations.Activation;

/** The recurrent layers that are compared, with weights from N(0, 0.05^2) as in the paper. */
public enum ComparedLayer {
  /** The memristive layer on its fast engine. */
  MEMRISTIVE_FUSED {
    @Override
    BaseRecurrentLayer.Builder<?> builder() {
      return memristive(Engine.FUSED);
    }
  },
  /** The same, its last state read by DL4J's own wrapper, which goes through all activations. */
  MEMRISTIVE_IN_LAST_TIME_STEP {
    @Override
    BaseRecurrentLayer.Builder<?> builder() {
      return memristive(Engine.FUSED);
    }

    @Override
    Layer lastState(int nIn, int nOut) {
      return new LastTimeStep(layer(nIn, nOut));
    }
  },
  /** The same, with states computed again on the way back instead of kept. */
  MEMRISTIVE_CHECKPOINTED {
    @Override
    BaseRecurrentLayer.Builder<?> builder() {
      return memristive(Engine.FUSED).gradientCheckpointing(true);
    }
  },
  /** The memristive layer on its defining engine. */
  MEMRISTIVE_SAMEDIFF {
    @Override
    BaseRecurrentLayer.Builder<?> builder() {
      return memristive(Engine.SAMEDIFF);
    }
  },
  /** A plain tanh RNN (leak rate 1) on the fast engine. */
  LEAKY_FUSED {
    @Override
    BaseRecurrentLayer.Builder<?> builder() {
      return new LeakyRnn.Builder().engine(Engine.FUSED);
    }
  },
  /** The LSTM on the fast engine. */
  LSTM_FUSED {
    @Override
    BaseRecurrentLayer.Builder<?> builder() {
      return new LstmRnn.Builder().engine(Engine.FUSED);
    }
  },
  /** DL4J's tanh RNN. */
  DL4J_SIMPLE_RNN {
    @Override
    BaseRecurrentLayer.Builder<?> builder() {
      return new SimpleRnn.Builder().activation(Activation.TANH);
    }
  },
  /** DL4J's LSTM. */
  DL4J_LSTM {
    @Override
    BaseRecurrentLayer.Builder<?> builder() {
      return new LSTM.Builder().activation(Activation.TANH);
    }
  };

  private static final double GAMMA = 0.95;
  private static final double SLOPE = 5;
  private static final double WEIGHT_DEVIATION = 0.05;

  abstract BaseRecurrentLayer.Builder<?> builder();

  /**
   * The configuration of the layer.
   *
   * @param nIn input channels
   * @param nOut neurons N
   * @return a new configuration
   */
  public BaseRecurrentLayer layer(int nIn, int nOut) {
    return builder()
        .nIn(nIn)
        .nOut(nOut)
        .weightInit(new NormalDistribution(0, WEIGHT_DEVIATION))
        .build();
  }

  /**
   * The layer, read by the last state of every series.
   *
   * @param nIn input channels
   * @param nOut neurons N
   * @return a new configuration: our wrapper around our layers, DL4J's around DL4J's
   */
  Layer lastState(int nIn, int nOut) {
    BaseRecurrentLayer layer = layer(nIn, nOut);
    return layer instanceof CellRnn
        ? new StateSummary(layer, SummaryOptions.of(new Last()))
        : new LastTimeStep(layer);
  }

  private static MemristiveRnn.Builder memristive(Engine engine) {
    return new MemristiveRnn.Builder()
        .dynamics(MemristiveDynamics.paper().withGamma(GAMMA).withSlope(SLOPE))
        .engine(engine);
  }
}
