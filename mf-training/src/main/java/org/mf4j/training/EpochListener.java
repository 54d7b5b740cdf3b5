package org.mf4j.training;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Is told how training goes on, and may end it. Called on the thread that trains. */
@FunctionalInterface
public interface EpochListener {
  /** Ignores everything. */
  EpochListener NONE = (epoch, epochs, loss) -> {};

  /**
   * Training begins, or goes on.
   *
   * @param network what is trained: the place to add listeners of Deeplearning4j, which hear of
   *     every update
   */
  default void onStart(MultiLayerNetwork network) {}

  /**
   * An epoch has ended.
   *
   * @param epoch its number, from 1
   * @param epochs the largest number of epochs that may come
   * @param loss the mean loss per series that decides when to stop: over the epoch, or of the
   *     weights after it where the best are restored or other series are watched
   */
  void onEpoch(int epoch, int epochs, double loss);

  /**
   * What training itself saw of the epoch that is told next.
   *
   * @param loss the mean loss per series that the training set had before its updates
   */
  default void onTrained(double loss) {}

  /**
   * A reservoir, which has no epochs, is on its way through the training set: once if its features
   * can be kept, and again for every sum over them otherwise.
   *
   * @param done series that this pass is done with
   * @param series how many there are
   */
  default void onSeries(int done, int series) {}

  /** The features of a reservoir are known as far as they are kept; its readout is solved now. */
  default void onReadout() {}

  /** {@return whether training shall end with the epoch that was told last} */
  default boolean stops() {
    return false;
  }

  /** {@return where training that was ended goes on; empty to begin from the start} */
  default Optional<TrainingState> resumed() {
    return Optional.empty();
  }

  /**
   * Training has been ended by {@link #stops} before its time.
   *
   * @param state from where it can go on
   */
  default void onStopped(TrainingState state) {}

  /**
   * The same listener, but one that ends training.
   *
   * @param stop asked after every epoch
   * @return the listener
   */
  default EpochListener until(BooleanSupplier stop) {
    return new Forwarding(this) {
      @Override
      public boolean stops() {
        return stop.getAsBoolean();
      }
    };
  }

  /** Passes everything on to another listener, but what a subclass overrides. */
  class Forwarding implements EpochListener {
    private final EpochListener told;

    /**
     * A listener in front of another.
     *
     * @param told the other
     */
    public Forwarding(EpochListener told) {
      this.told = told;
    }

    @Override
    public void onStart(MultiLayerNetwork network) {
      told.onStart(network);
    }

    @Override
    public void onEpoch(int epoch, int epochs, double loss) {
      told.onEpoch(epoch, epochs, loss);
    }

    @Override
    public void onTrained(double loss) {
      told.onTrained(loss);
    }

    @Override
    public void onSeries(int done, int series) {
      told.onSeries(done, series);
    }

    @Override
    public void onReadout() {
      told.onReadout();
    }

    @Override
    public boolean stops() {
      return told.stops();
    }

    @Override
    public Optional<TrainingState> resumed() {
      return told.resumed();
    }

    @Override
    public void onStopped(TrainingState state) {
      told.onStopped(state);
    }
  }
}
