package org.mf4j.cli.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.mf4j.files.WholeFile;
import org.mf4j.training.EpochListener;
import org.mf4j.training.TrainingState;

/** Training that goes on where a file says, and that leaves such a file when it is ended. */
final class ResumableTraining {
  private final StateFile file;
  private final Optional<TrainingState> start;
  private Optional<TrainingState> stopped = Optional.empty();

  /**
   * Reads the state, if training resumes.
   *
   * @throws IOException if there is no state to go on from
   */
  ResumableTraining(StateFile file, boolean resume) throws IOException {
    this.file = file;
    this.start = resume ? Optional.of(file.read()) : Optional.empty();
  }

  /** The listener that brings and takes the state, and tells another one the rest. */
  EpochListener telling(EpochListener told) {
    return new EpochListener.Forwarding(told) {
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

  /**
   * The file beside a model from which {@code --resume} goes on: what the training was of, as JSON,
   * and its state. It is there from an interruption to the end of training.
   */
  static final class StateFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENDING = ".training";

    private final Path path;
    private final JsonNode run;

    /**
     * A file, untouched yet.
     *
     * @param model the model file
     * @param run all that the end of training depends on
     */
    StateFile(Path model, Map<String, ?> run) {
      this.path = model.resolveSibling(model.getFileName() + ENDING);
      this.run = JSON.valueToTree(run);
    }

    void write(TrainingState state) throws IOException {
      new WholeFile(path)
          .write(
              part -> {
                try (DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
                  byte[] text = JSON.writeValueAsBytes(run);
                  out.writeInt(text.length);
                  out.write(text);
                  state.write(out);
                }
              });
    }

    /**
     * Reads the state.
     *
     * @throws IOException if there is none, it is damaged or that of another training; the message
     *     is one sentence
     */
    TrainingState read() throws IOException {
      if (!Files.isReadable(path)) {
        throw new IOException(
            path
                + " is not there, so no training was interrupted; leave --resume out to begin one.");
      }
      try (DataInputStream in =
          new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
        JsonNode there = header(in);
        requireSame(there);
        return state(in);
      }
    }

    private JsonNode header(DataInputStream in) throws IOException {
      try {
        return JSON.readTree(in.readNBytes(in.readInt()));
      } catch (IOException | IllegalArgumentException e) {
        throw damaged(e);
      }
    }

    private TrainingState state(DataInputStream in) throws IOException {
      try {
        return TrainingState.read(in);
      } catch (IOException e) {
        throw damaged(e);
      }
    }

    private void requireSame(JsonNode there) throws IOException {
      for (Map.Entry<String, JsonNode> here : run.properties()) {
        JsonNode other = there.path(here.getKey());
        // As text, in which a long is no other number than an int.
        if (!other.toString().equals(here.getValue().toString())) {
          throw new IOException(
              "%s is the state of another training (%s: %s there, %s here); repeat its options and data, or leave --resume out to begin anew."
                  .formatted(path, here.getKey(), other, here.getValue()));
        }
      }
    }

    private IOException damaged(Exception cause) {
      return new IOException(path + " is damaged; leave --resume out to begin anew.", cause);
    }

    void delete() throws IOException {
      Files.deleteIfExists(path);
    }
  }
}
