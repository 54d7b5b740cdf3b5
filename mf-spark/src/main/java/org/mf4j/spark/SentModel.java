package org.mf4j.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.mf4j.models.FittedModel;

/**
 * A model on its way to the executors, as the bytes of its file. A network computes in buffers of
 * its own, so that every task opens one.
 *
 * @param bytes the file, sent to every executor once
 */
record SentModel(Broadcast<byte[]> bytes) implements Serializable {
  static SentModel send(JavaSparkContext context, byte[] file) {
    return new SentModel(context.broadcast(file));
  }

  FittedModel open() {
    return open(bytes.value());
  }

  /** {@return the bytes of the file of a model} */
  static byte[] file(FittedModel model) {
    return withFile(
        file -> {
          model.save(file);
          return Files.readAllBytes(file);
        });
  }

  /** {@return the model of a file's bytes} */
  static FittedModel open(byte[] bytes) {
    return withFile(
        file -> {
          Files.write(file, bytes);
          return FittedModel.load(file);
        });
  }

  private interface FileUse<T> {
    T apply(Path file) throws IOException;
  }

  /** DL4J writes and reads the zip of a model as a file. */
  private static <T> T withFile(FileUse<T> use) {
    try {
      Path folder = Files.createTempDirectory("mf4j-model");
      Path file = folder.resolve("model.zip");
      try {
        return use.apply(file);
      } finally {
        Files.deleteIfExists(file);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
