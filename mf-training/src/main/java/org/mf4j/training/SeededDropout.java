package org.mf4j.training;

import java.util.Objects;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.mf4j.random.SeededRandom;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * DL4J's inverted dropout, repeatable: what an update leaves out depends on the seed and on its
 * number alone. DL4J's own draws from ND4J's generator of the thread, wherever that stands; this
 * one sets its seed before every update. Active in training only.
 */
public final class SeededDropout extends Dropout {
  private static final long serialVersionUID = 1;

  @JsonProperty private final long seed;

  /**
   * Dropout of one layer.
   *
   * @param retained the probability that an input is kept (DL4J's meaning of the number), in (0,
   *     1]; what is kept is divided by it
   * @param seed decides every draw
   */
  @JsonCreator
  public SeededDropout(@JsonProperty("p") double retained, @JsonProperty("seed") long seed) {
    super(retained);
    this.seed = seed;
  }

  @Override
  public INDArray applyDropout(
      INDArray input, INDArray result, int iteration, int epoch, LayerWorkspaceMgr workspaceMgr) {
    Nd4j.getRandom().setSeed(new SeededRandom(seed ^ iteration).nextLong());
    return super.applyDropout(input, result, iteration, epoch, workspaceMgr);
  }

  @Override
  public SeededDropout clone() {
    return new SeededDropout(getP(), seed);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SeededDropout that && getP() == that.getP() && seed == that.seed;
  }

  @Override
  public int hashCode() {
    return Objects.hash(getP(), seed);
  }
}
