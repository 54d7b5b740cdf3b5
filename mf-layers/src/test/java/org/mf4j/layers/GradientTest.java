package org.mf4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mf4j.layers.Batches.assertClose;

import java.util.stream.Stream;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.dataset.DataSet;

/** The gradients of every layer in every architecture: by differences, and engine by engine. */
@ExtendWith(DoubleByDefault.class)
class GradientTest {
  static Stream<Arguments> inDouble() {
    return Architecture.all()
        .flatMap(
            architecture ->
                LayerCase.all()
                    .filter(LayerCase::isDefinition)
                    .map(layerCase -> arguments(architecture, layerCase)));
  }

  static Stream<Arguments> inFloat() {
    return Architecture.all()
        .flatMap(
            architecture ->
                LayerCase.all()
                    .filter(layerCase -> !layerCase.isDefinition())
                    .map(layerCase -> arguments(architecture, layerCase)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("inDouble")
  void isThatOfFiniteDifferences(Architecture architecture, LayerCase layerCase) {
    DataSet data = architecture.data(layerCase);
    assertThat(
            GradientCheckUtil.checkGradients(
                GradientChecks.of(architecture.net(layerCase))
                    .input(data.getFeatures())
                    .labels(data.getLabels())
                    .subset(true)
                    .maxPerParam(4)))
        .isTrue();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("inFloat")
  void isThatOfTheDefinition(Architecture architecture, LayerCase layerCase) {
    MultiLayerNetwork net = architecture.net(layerCase);
    LayerCase definition = layerCase.definition();
    MultiLayerNetwork defining = architecture.net(definition);
    defining.setParams(net.params().castTo(definition.dataType()));
    assertClose(
        Nets.gradient(net, architecture.data(layerCase)),
        Nets.gradient(defining, architecture.data(definition)),
        layerCase.tolerance());
    assertClose(
        net.output(architecture.data(layerCase).getFeatures()),
        defining.output(architecture.data(definition).getFeatures()),
        layerCase.tolerance());
  }
}
