package org.mf4j.models;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.data.SeriesIterator;
import org.mf4j.data.TargetCoding;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.networks.LayerRun;
import org.mf4j.networks.SeriesNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A model that can predict: an ordinary DL4J network, and what its outputs mean.
 *
 * @param network reads series {@code [B,nIn,T]} and gives outputs {@code [B,K]}
 * @param kind which model it is
 * @param task what it predicts
 * @param provenance where it comes from: data, seed, settings, and what the caller adds; strings,
 *     numbers, and lists and maps of such
 */
public record FittedModel(
    MultiLayerNetwork network, ModelKind kind, Task task, Map<String, Object> provenance) {
  /** Bounds the memory of a network that keeps all states: B x N x T floats. */
  private static final int BATCH_SIZE = 64;

  /** The provenance is a copy, in its order. */
  public FittedModel {
    provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
  }

  /**
   * Predicts.
   *
   * @param series what to predict, without missing values; the targets in it are not looked at
   * @return per series the index of the class in {@link Task#classes()}, or the number
   * @throws DataException if a value is missing or the number of channels is not the model's
   */
  public double[] predict(SeriesSet series) {
    return outputs(series, task::decode).flatMapToDouble(Arrays::stream).toArray();
  }

  /**
   * Tells how probable each class is. Trained networks of classes tell it, and reservoirs that were
   * fitted {@linkplain Learning#withProbabilities with probabilities}, as {@code mf train} does.
   *
   * @param series what to predict, without missing values; the targets in it are not looked at
   * @return per series the probability of every class in {@link Task#classes()}
   * @throws DataException if a value is missing or the number of channels is not the model's
   * @throws IllegalArgumentException if the model gives no probabilities
   */
  public double[][] probabilities(SeriesSet series) {
    if (!givesProbabilities()) {
      throw new IllegalArgumentException(
          "model: gives no probabilities; it predicts numbers, or is a reservoir that was not"
              + " calibrated: train it again, not with lambda 0 and not unfrozen");
    }
    return outputs(series, task::probabilities).flatMap(Arrays::stream).toArray(double[][]::new);
  }

  /** {@return whether {@link #probabilities} has an answer} */
  public boolean givesProbabilities() {
    return task.isClassification() && SeriesNetwork.givesProbabilities(network);
  }

  /** What the network gives, batch after batch. */
  private <R> Stream<R> outputs(SeriesSet series, Function<INDArray, R> read) {
    requireChannels(series);
    SeriesSet unlabelled = new SeriesSet(series.name(), List.of(), series.series());
    Stream.Builder<R> all = Stream.builder();
    if (kind.isTrained()) {
      SeriesIterator.inOrder(unlabelled, TargetCoding.REGRESSION, BATCH_SIZE)
          .forEachRemaining(
              batch ->
                  all.add(
                      read.apply(
                          network.output(
                              batch.getFeatures(), false, batch.getFeaturesMaskArray(), null))));
    } else {
      LayerRun layers = new LayerRun(network, 0, network.getnLayers());
      SeriesIterator.inLargeBatches(
              unlabelled, TargetCoding.REGRESSION, SeriesNetwork.channelsSeen(network))
          .forEachRemaining(
              batch ->
                  layers.read(
                      batch.getFeatures(),
                      batch.getFeaturesMaskArray(),
                      output -> all.add(read.apply(output))));
    }
    return all.build();
  }

  /**
   * Predicts and scores.
   *
   * @param series series with their targets, without missing values; classes are matched by their
   *     labels
   * @return accuracy or RMSE, see {@link Task#metric()}
   * @throws DataException if a value is missing, or channels or targets are not the model's
   */
  public double score(SeriesSet series) {
    return task.score(predict(series), series);
  }

  /**
   * The same model with more entries in its provenance.
   *
   * @param entries names and values: strings, numbers, and lists and maps of such
   * @return a model that shares this one's network
   */
  public FittedModel withProvenance(Map<String, Object> entries) {
    Map<String, Object> all = new LinkedHashMap<>(provenance);
    all.putAll(entries);
    return new FittedModel(network, kind, task, all);
  }

  /**
   * The same model with another network: on hardware, say.
   *
   * @param other a network of the same inputs, whose outputs mean the same
   * @return the model
   */
  public FittedModel with(MultiLayerNetwork other) {
    return new FittedModel(other, kind, task, provenance);
  }

  /**
   * Saves to a zip that DL4J's {@code MultiLayerNetwork.load} reads too, with one more entry for
   * what DL4J does not know. Written to a temporary file, then moved: no partial file is left.
   *
   * @param file the file to write; replaced if it exists
   * @throws IOException if it cannot be written
   */
  public void save(Path file) throws IOException {
    ModelFile.write(this, file);
  }

  /**
   * Loads what {@link #save} wrote. A file that somebody sent does no harm: before anything is
   * instantiated, it is refused if it holds Java serialisation, or names classes other than those
   * of DL4J's and ND4J's networks and of this library.
   *
   * @param file the file
   * @param trusted beginnings of the names of further classes that the file may name, such as
   *     {@code org.example.MySummary}
   * @return the model
   * @throws IOException if it cannot be read, is no such file or is refused; the message is one
   *     sentence
   */
  public static FittedModel load(Path file, String... trusted) throws IOException {
    return ModelFile.read(file, List.of(trusted));
  }

  /** Refuses series of other channels or targets, before they are trained on. */
  void requireSameTask(SeriesSet series) {
    requireChannels(series);
    if (!task.equals(Task.of(series))) {
      throw new DataException(
          series.name() + ": the targets are not those that the model was fitted to.");
    }
  }

  private void requireChannels(SeriesSet series) {
    long channels = SeriesNetwork.channels(network);
    if (channels != series.channels()) {
      throw new DataException(
          String.format(
              "%s: the series have %d channel(s) but the model reads %d.",
              series.name(), series.channels(), channels));
    }
  }
}
