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
import org.mf4j.files.WholeFile;
import org.mf4j.training.TrainingState;

/**
 * The file beside a model from which {@code --resume} goes on: what the training was of, as JSON,
 * and its state. It is there from an interruption to the end of training.
 */
final class TrainingStateFile {
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
  TrainingStateFile(Path model, Map<String, ?> run) {
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
   * @throws IOException if there is none, it is damaged or that of another training; the message is
   *     one sentence
   */
  TrainingState read() throws IOException {
    if (!Files.isReadable(path)) {
      throw new IOException(
          path + " is not there, so no training was interrupted; leave --resume out to begin one.");
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
    } catch (IOException | ArithmeticException e) {
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
