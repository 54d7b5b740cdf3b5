package org.mf4j.experiment.memory;

import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.PhysicalConstant;
import org.mf4j.layers.MemristiveRnn;
import org.mf4j.networks.Optimiser;
import org.mf4j.random.SeededRandom;
import org.mf4j.training.LongMemory;
import org.mf4j.training.TrainableNetwork;
import org.nd4j.linalg.activations.Activation;

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
        Question question, int units, Optimiser optimiser, SeededRandom random) {
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
  /** Deeplearning4j's, tanh, forget gates from a bias of 1. */
  LSTM_CELL("LSTM") {
    @Override
    BaseRecurrentLayer layer(int nIn, int units) {
      return new LSTM.Builder()
          .nIn(nIn)
          .nOut(units)
          .activation(Activation.TANH)
          .forgetGateBiasInit(1)
          .build();
    }
  },
  /** Deeplearning4j's, tanh. */
  SIMPLE_RNN("SimpleRnn") {
    @Override
    BaseRecurrentLayer layer(int nIn, int units) {
      return new SimpleRnn.Builder().nIn(nIn).nOut(units).activation(Activation.TANH).build();
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

  /** {@return whether its neurons are memristors, whose steps are also ten times as fast} */
  boolean isMemristive() {
    return this != LSTM_CELL && this != SIMPLE_RNN;
  }

  /** The layer, whose weights start as the papers' do. */
  abstract BaseRecurrentLayer layer(int nIn, int units);

  /** The network before training. */
  MultiLayerNetwork network(
      Question question, int units, Optimiser optimiser, SeededRandom random) {
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
