package org.mf4j.cli.train;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mf4j.cli.text.Csv;
import org.mf4j.models.Task;

/** Predictions as CSV: a header, then one line per series with its index and its prediction. */
public final class PredictionsCsv {
  private final Task task;
  private final double[] predictions;

  /**
   * The predictions of a model.
   *
   * @param task what the numbers mean
   * @param predictions per series the index of its class, or the number
   */
  public PredictionsCsv(Task task, double[] predictions) {
    this.task = task;
    this.predictions = predictions.clone();
  }

  /**
   * Writes the predictions in UTF-8.
   *
   * @param file the file to create
   * @throws IOException if writing fails
   */
  public void writeTo(Path file) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      writer.write("index,prediction\n");
      for (int i = 0; i < predictions.length; i++) {
        writer.write(i + "," + prediction(predictions[i]) + "\n");
      }
    }
  }

  private String prediction(double value) {
    return task.isClassification()
        ? Csv.field(task.classes().get((int) value))
        : Double.toString(value);
  }
}
