package org.mf4j.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.TaskCompletionListener;
import org.mf4j.data.series.Sha256;
import org.mf4j.models.FittedModel;

/**
 * A model on its way to the executors, as the bytes of its file. A network computes in buffers of
 * its own, so that tasks that run at once open one each, which those after them take over.
 *
 * @param bytes the file, sent to every executor once
 * @param digest of the file
 */
record SentModel(Broadcast<byte[]> bytes, String digest) implements Serializable {
  static SentModel send(JavaSparkContext context, byte[] file) {
    return new SentModel(
        context.broadcast(file), HexFormat.of().formatHex(Sha256.algorithm().digest(file)));
  }

  /** One for the task at hand alone, until it ends. */
  FittedModel open() {
    TaskContext task = TaskContext.get();
    if (task == null) {
      return open(bytes.value());
    }
    FittedModel model = IdleModels.take(digest).orElseGet(() -> open(bytes.value()));
    task.addTaskCompletionListener(
        (TaskCompletionListener)
            ended -> {
              if (!ended.isFailed() && !ended.isInterrupted()) {
                IdleModels.giveBack(digest, model);
              }
            });
    return model;
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

  /** What ended tasks of this process leave to the next ones, of the files used last. */
  private static final class IdleModels {
    private static final int MOST_FILES = 4;

    private static final Map<String, Deque<FittedModel>> BY_DIGEST = new LinkedHashMap<>();

    private IdleModels() {}

    static synchronized Optional<FittedModel> take(String digest) {
      return Optional.ofNullable(BY_DIGEST.get(digest)).map(Deque::pollLast);
    }

    static synchronized void giveBack(String digest, FittedModel model) {
      Deque<FittedModel> idle = BY_DIGEST.remove(digest);
      BY_DIGEST.put(digest, idle == null ? new ArrayDeque<>() : idle);
      BY_DIGEST.get(digest).add(model);
      if (BY_DIGEST.size() > MOST_FILES) {
        BY_DIGEST.remove(BY_DIGEST.keySet().iterator().next());
      }
    }
  }
}
