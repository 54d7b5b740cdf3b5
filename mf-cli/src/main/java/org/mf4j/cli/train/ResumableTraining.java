package org.mf4j.cli.train;

import java.io.IOException;
import java.util.Optional;
import org.mf4j.training.EpochListener;
import org.mf4j.training.TrainingState;

/** Training that goes on where a file says, and that leaves such a file when it is ended. */
final class ResumableTraining {
  private final TrainingStateFile file;
  private final Optional<TrainingState> start;
  private Optional<TrainingState> stopped = Optional.empty();

  /**
   * Reads the state, if training resumes.
   *
   * @throws IOException if there is no state to go on from
   */
  ResumableTraining(TrainingStateFile file, boolean resume) throws IOException {
    this.file = file;
    this.start = resume ? Optional.of(file.read()) : Optional.empty();
  }

  /** The listener that brings and takes the state, and tells another one the rest. */
  EpochListener telling(EpochListener told) {
    return new EpochListener() {
      @Override
      public void onEpoch(int epoch, int epochs, double loss) {
        told.onEpoch(epoch, epochs, loss);
      }

      @Override
      public void onTrained(double loss) {
        told.onTrained(loss);
      }

      @Override
      public boolean stops() {
        return told.stops();
      }

      @Override
      public Optional<TrainingState> resumed() {
        return start;
      }

      @Override
      public void onStopped(TrainingState state) {
        stopped = Optional.of(state);
      }
    };
  }

  /** {@return whether training was ended before its time} */
  boolean isStopped() {
    return stopped.isPresent();
  }

  /** Writes the state, unless noise makes it worthless; returns the end of a sentence. */
  String keep(boolean noise) throws IOException {
    if (noise) {
      forget();
      return "; training with noise cannot be resumed.";
    }
    file.write(stopped.orElseThrow());
    return "; go on with --resume.";
  }

  /** Training is over. */
  void forget() throws IOException {
    file.delete();
  }
}
