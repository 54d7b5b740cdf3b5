package org.mf4j.experiment.memory;

import java.util.Locale;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.PhysicalConstant;
import org.mf4j.layers.LeakyRnn;
import org.mf4j.layers.LstmRnn;
import org.mf4j.layers.MemristiveRnn;
import org.mf4j.networks.Optimiser;
import org.mf4j.random.SeededRandom;
import org.mf4j.training.LongMemory;
import org.mf4j.training.TrainableNetwork;
import org.nd4j.linalg.factory.Nd4j;

/** The networks that are compared, each with one recurrent layer whose last state is read. */
public enum Contender {
  /** The papers' physics as selected for SyntheticControl: gamma .8, s 5, deltaT .1. */
  MF_PAPER("MF-RNN, gamma .8") {
    @Override
    BaseRecurrentLayer layer(int nIn, int units) {
      return memristive(nIn, units, 0.8, 0.1).build();
    }
  },
  /** The papers' largest gamma, with the middle step of their grid. */
  MF_GAMMA_1("MF-RNN, gamma 1") {
    @Override
    BaseRecurrentLayer layer(int nIn, int units) {
      return memristive(nIn, units, 1, 0.01).build();
    }
  },
  /** The same by the exact step. */
  MF_EXACT("MF-RNN, gamma 1, exact step") {
    @Override
    BaseRecurrentLayer layer(int nIn, int units) {
      return memristive(nIn, units, 1, 0.01).integration(Integration.EXACT).build();
    }
  },
  /** gamma and deltaT learned, from .999 and .01, by the exact step. */
  MF_LEARNED("MF-RNN, learned gamma and deltaT") {
    @Override
    BaseRecurrentLayer layer(int nIn, int units) {
      return memristive(nIn, units, PhysicalConstant.MAX_TRAINED_GAMMA, 0.01)
          .integration(Integration.EXACT)
          .trainable(PhysicalConstant.GAMMA, PhysicalConstant.DELTA_T)
          .build();
    }
  },
  /** Started from {@link LongMemory}. */
  MF_LONG("MF-RNN, long memory") {
    @Override
    MultiLayerNetwork network(
        Question question, int length, int units, Optimiser optimiser, SeededRandom random) {
      return LongMemory.assemble(
          question.task().channels(),
          units,
          question.head(),
          question.outputs(),
          optimiser,
          random);
    }

    @Override
    BaseRecurrentLayer layer(int nIn, int units) {
      throw new IllegalStateException("the network is assembled as a whole");
    }
  },
  /** Forget gates from a bias of 1. */
  LSTM_CELL("LSTM") {
    @Override
    BaseRecurrentLayer layer(int nIn, int units) {
      return new LstmRnn.Builder().nIn(nIn).nOut(units).build();
    }
  },
  /**
   * Gates that start with memories of 1 to T - 1 steps (Tallec and Ollivier, ICLR 2018): the biases
   * of forget gates are log U[1, T - 1], those of input gates their negatives.
   */
  LSTM_CHRONO("LSTM, chrono-initialised") {
    @Override
    MultiLayerNetwork network(
        Question question, int length, int units, Optimiser optimiser, SeededRandom random) {
      MultiLayerNetwork network = super.network(question, length, units, optimiser, random);
      double[] bias = new double[4 * units];
      for (int i = 0; i < units; i++) {
        double memory = Math.log(random.uniform(1, Math.max(2, length - 1)));
        bias[units + i] = memory;
        bias[3 * units + i] = -memory;
      }
      network.setParam("0_b", Nd4j.create(new double[][] {bias}));
      return network;
    }

    @Override
    BaseRecurrentLayer layer(int nIn, int units) {
      return LSTM_CELL.layer(nIn, units);
    }
  },
  /** tanh neurons, Deeplearning4j's {@code SimpleRnn}. */
  SIMPLE_RNN("tanh network") {
    @Override
    BaseRecurrentLayer layer(int nIn, int units) {
      return new LeakyRnn.Builder().nIn(nIn).nOut(units).build();
    }
  };

  private static final double SLOPE = 5;

  private final String title;

  Contender(String title) {
    this.title = title;
  }

  /** {@return its name in tables} */
  public String title() {
    return title;
  }

  /** {@return its name in commands} */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The layer, whose weights start as the papers' do. */
  abstract BaseRecurrentLayer layer(int nIn, int units);

  /** The network before training, for series of T steps. */
  MultiLayerNetwork network(
      Question question, int length, int units, Optimiser optimiser, SeededRandom random) {
    return TrainableNetwork.assemble(
        layer(question.task().channels(), units),
        question.head(),
        question.outputs(),
        optimiser,
        random);
  }

  private static MemristiveRnn.Builder memristive(int nIn, int units, double gamma, double step) {
    return new MemristiveRnn.Builder()
        .nIn(nIn)
        .nOut(units)
        .dynamics(MemristiveDynamics.paper().withGamma(gamma).withDeltaT(step).withSlope(SLOPE));
  }
}
