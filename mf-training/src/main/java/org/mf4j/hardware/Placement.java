package org.mf4j.hardware;

import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;

/** Which layers of a network are made of devices; the others are computed digitally. */
public enum Placement {
  /** Recurrent layers; what reads them is digital. */
  RECURRENT,
  /** The output layer. */
  READOUT,
  /** Every layer with a matrix of weights. */
  EVERYTHING;

  boolean includes(BaseLayer layer) {
    return switch (this) {
      case RECURRENT -> layer instanceof BaseRecurrentLayer;
      case READOUT -> layer instanceof BaseOutputLayer;
      case EVERYTHING -> true;
    };
  }
}
