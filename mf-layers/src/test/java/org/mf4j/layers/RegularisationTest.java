package org.mf4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mf4j.layers.Batches.assertClose;
import static org.mf4j.layers.Batches.assertDifferent;

import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.constraint.MaxNormConstraint;
import org.deeplearning4j.nn.conf.constraint.NonNegativeConstraint;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.weightnoise.DropConnect;
import org.deeplearning4j.nn.conf.weightnoise.IWeightNoise;
import org.deeplearning4j.nn.conf.weightnoise.WeightNoise;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Dropout, weight noise, penalties, clipping, updaters and constraints of a single layer. */
@ExtendWith(DoubleByDefault.class)
class RegularisationTest {
  private static final int BATCH = 3;
  private static final int STEPS = 4;

  private static INDArray series(LayerCase c) {
    return Batches.uniform(2, c.dataType(), BATCH, LayerCase.N_IN, STEPS);
  }

  private static DataSet data(LayerCase c) {
    return new DataSet(series(c), Batches.classesPerStep(3, c.dataType(), BATCH, STEPS));
  }

  private static MultiLayerNetwork net(LayerCase c, CellRnn.Builder<?> builder) {
    return Nets.of(c, builder.build(), Nets.outputPerStep());
  }

  /** The change that one update makes to a parameter. */
  private static INDArray change(LayerCase c, CellRnn.Builder<?> builder, String param) {
    MultiLayerNetwork net = net(c, builder);
    INDArray before = net.getParam(param).dup();
    net.fit(data(c));
    return net.getParam(param).sub(before);
  }

  @EveryLayer
  void l2PullsWeightsAndEntersTheScore(LayerCase c) {
    MultiLayerNetwork net = net(c, c.builder().l2(0.3));
    double squares = squares(net.getParam("0_W")) + squares(net.getParam("0_RW"));
    double plain = net(c, c.builder()).score(data(c));
    assertThat(net.score(data(c)) - plain).isCloseTo(0.15 * squares, within(1e-5));
    for (String param : new String[] {"0_W", "0_RW"}) {
      INDArray pull = change(c, c.builder().l2(0.3), param).sub(change(c, c.builder(), param));
      assertClose(pull, net.getParam(param).mul(-0.3), 10 * c.tolerance());
    }
    assertThat(change(c, c.builder().l2(0.3), "0_b")).isEqualTo(change(c, c.builder(), "0_b"));
  }

  private static double squares(INDArray array) {
    return Math.pow(array.norm2Number().doubleValue(), 2);
  }

  @EveryLayer
  void l1PullsBySign(LayerCase c) {
    MultiLayerNetwork net = net(c, c.builder());
    INDArray pull = change(c, c.builder().l1(0.3), "0_RW").sub(change(c, c.builder(), "0_RW"));
    assertClose(pull, Transforms.sign(net.getParam("0_RW")).mul(-0.3), 10 * c.tolerance());
  }

  @EveryLayer
  void gradientsAreClipped(LayerCase c) {
    double threshold = 1e-4;
    CellRnn.Builder<?> clipping =
        c.builder()
            .gradientNormalization(GradientNormalization.ClipElementWiseAbsoluteValue)
            .gradientNormalizationThreshold(threshold);
    INDArray clipped = change(c, clipping, "0_W");
    INDArray free = change(c, c.builder(), "0_W");
    assertThat(free.amaxNumber().doubleValue()).isGreaterThan(2 * threshold);
    assertThat(clipped.amaxNumber().doubleValue()).isCloseTo(threshold, within(1e-6));
  }

  @EveryLayer
  void aLayerHasItsOwnUpdaters(LayerCase c) {
    CellRnn.Builder<?> still = c.builder().updater(new Sgd(0)).biasUpdater(new Sgd(1));
    assertThat(change(c, still, "0_W").norm1Number().doubleValue()).isZero();
    assertThat(change(c, still, "0_RW").norm1Number().doubleValue()).isZero();
    assertClose(change(c, still, "0_b"), change(c, c.builder(), "0_b"), c.tolerance());
  }

  @EveryLayer
  void constraintsHoldAfterEveryUpdate(LayerCase c) {
    MultiLayerNetwork net =
        net(
            c,
            c.builder()
                .constrainRecurrent(new MaxNormConstraint(0.2, 0))
                .constrainInputWeights(new NonNegativeConstraint()));
    net.fit(data(c));
    assertThat(net.getParam("0_RW").norm2(0).maxNumber().doubleValue()).isLessThan(0.2001);
    assertThat(net.getParam("0_W").minNumber().doubleValue()).isNotNegative();
    MultiLayerNetwork free = net(c, c.builder());
    free.fit(data(c));
    assertThat(free.getParam("0_RW").norm2(0).maxNumber().doubleValue()).isGreaterThan(0.21);
    assertThat(free.getParam("0_W").minNumber().doubleValue()).isNegative();
    assertThat(free.getParam("0_RW").minNumber().doubleValue()).isNegative();
  }

  @EveryLayer
  void noiseIsForTrainingOnly(LayerCase c) {
    INDArray expected = net(c, c.builder()).output(series(c));
    for (CellRnn.Builder<?> noisy : noisy(c)) {
      MultiLayerNetwork net = net(c, noisy);
      assertThat(net.output(series(c))).isEqualTo(expected);
      assertDifferent(net.output(series(c), true), expected);
    }
  }

  private static CellRnn.Builder<?>[] noisy(LayerCase c) {
    return new CellRnn.Builder<?>[] {
      c.builder().dropOut(0.5),
      c.builder().weightNoise(new DropConnect(0.5)),
      c.builder().weightNoise(new WeightNoise(new NormalDistribution(0, 0.2), true))
    };
  }

  /** DL4J's convention: the gradient is taken at the noisy weights, and applied to the others. */
  @EveryLayer
  void gradientsAreThoseOfTheNoisyWeights(LayerCase c) {
    MultiLayerNetwork net = net(c, c.builder().weightNoise(new Halving()));
    MultiLayerNetwork halved = net(c, c.builder());
    halved.setParams(net.params());
    for (String param : new String[] {"0_W", "0_RW"}) {
      halved.getParam(param).muli(0.5);
    }
    assertClose(Nets.gradient(net, data(c)), Nets.gradient(halved, data(c)), c.tolerance());
    assertClose(Nets.gradient(net, data(c)), Nets.gradient(halved, data(c)), c.tolerance());
  }

  /** A noise that is known: weights are halved while training. */
  private static final class Halving implements IWeightNoise {
    private static final long serialVersionUID = 1L;

    @Override
    public INDArray getParameter(
        Layer layer,
        String key,
        int iteration,
        int epoch,
        boolean train,
        LayerWorkspaceMgr workspaceMgr) {
      INDArray param = layer.getParam(key);
      boolean weight = layer.conf().getLayer().initializer().isWeightParam(null, key);
      return train && weight ? param.mul(0.5) : param;
    }

    @Override
    public IWeightNoise clone() {
      return new Halving();
    }
  }

  /** The same draws: the gradient is checked, or equals that of the other engine. */
  @EveryLayer
  void gradientsKnowTheDropout(LayerCase c) {
    MultiLayerNetwork net = net(c, c.builder().dropOut(0.5));
    if (c.isDefinition()) {
      checkGradient(net, data(c));
    } else {
      MultiLayerNetwork other = net(c, c.slowly().builder().dropOut(0.5));
      other.setParams(net.params());
      Nd4j.getRandom().setSeed(5);
      INDArray gradient = Nets.gradient(net, data(c));
      Nd4j.getRandom().setSeed(5);
      assertClose(gradient, Nets.gradient(other, data(c)), c.tolerance());
    }
  }

  private static void checkGradient(MultiLayerNetwork net, DataSet data) {
    assertThat(
            GradientCheckUtil.checkGradients(
                GradientChecks.of(net)
                    .input(data.getFeatures())
                    .labels(data.getLabels())
                    .subset(true)
                    .maxPerParam(4)
                    .callEachIter(n -> Nd4j.getRandom().setSeed(5))))
        .isTrue();
  }

  /** Dropout is drawn in the axes of the input, and taken back in them. */
  @EveryLayer
  void dropoutKnowsTheFormat(LayerCase c) {
    if (!c.isDefinition()) {
      return;
    }
    RnnOutputLayer output =
        new RnnOutputLayer.Builder(LossFunction.MCXENT)
            .nOut(2)
            .activation(Activation.SOFTMAX)
            .dataFormat(RNNFormat.NWC)
            .build();
    MultiLayerNetwork net =
        Nets.of(
            Nets.configuration(DataType.DOUBLE),
            InputType.recurrent(LayerCase.N_IN, RNNFormat.NWC),
            c.builder().dataFormat(RNNFormat.NWC).build(),
            c.builder().nIn(LayerCase.N_OUT).dataFormat(RNNFormat.NWC).dropOut(0.5).build(),
            output);
    DataSet data = data(c);
    checkGradient(
        net, new DataSet(Batches.swapped(data.getFeatures()), Batches.swapped(data.getLabels())));
  }
}
