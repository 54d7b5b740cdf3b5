package org.mf4j.benchmarks;

import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.layers.Engine;
import org.mf4j.layers.LeakyRnn;
import org.mf4j.layers.MemristiveRnn;
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

  private static MemristiveRnn.Builder memristive(Engine engine) {
    return new MemristiveRnn.Builder()
        .dynamics(MemristiveDynamics.paper().withGamma(GAMMA).withSlope(SLOPE))
        .engine(engine);
  }
}
