package org.mf4j.layers;

import org.deeplearning4j.gradientcheck.GradientCheckUtil.MLNConfig;
import org.deeplearning4j.gradientcheck.GradientCheckUtil.PrintMode;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** How exact a gradient check is: differences of 1e-5, agreement to 1e-5. */
final class GradientChecks {
  private GradientChecks() {}

  static MLNConfig of(MultiLayerNetwork net) {
    return new MLNConfig()
        .net(net)
        .epsilon(1e-5)
        .maxRelError(1e-5)
        .minAbsoluteError(1e-9)
        .print(PrintMode.FAILURES_ONLY)
        .exitOnFirstError(true);
  }
}
