package org.mf4j.models;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.mf4j.files.ModelFileCheck;
import org.mf4j.files.WholeFile;
import org.mf4j.options.Printable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.nd4j.shade.jackson.databind.DeserializationFeature;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.nd4j.shade.jackson.databind.SerializationFeature;

/** The file of a {@link FittedModel}: DL4J's zip and one JSON entry beside DL4J's own. */
final class ModelFile {
  private static final String ENTRY = ModelFileCheck.ENTRY;
  private static final int FORMAT = 1;

  /** The first version that reads the format. */
  private static final String NEEDS = "0.1.0";

  /** A later format may have more to say. */
  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private ModelFile() {}

  /** What DL4J does not know. */
  private record Metadata(
      int format,
      String needs,
      String kind,
      List<String> classes,
      Map<String, Object> provenance) {}

  static void write(FittedModel model, Path file) throws IOException {
    new WholeFile(file).write(part -> writeZip(model, part));
  }

  /**
   * The entries that {@link ModelSerializer} writes, and ours, in one go: what adds an entry to its
   * zip afterwards copies the zip to a neighbour first, which stays where the process is killed.
   */
  private static void writeZip(FittedModel model, Path file) throws IOException {
    MultiLayerNetwork network = model.network();
    INDArray updaterState = network.getUpdater().getStateViewArray();
    Metadata metadata =
        new Metadata(FORMAT, NEEDS, model.kind().id(), model.task().classes(), model.provenance());
    try (ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      writeText(zip, "configuration.json", network.getLayerWiseConfigurations().toJson());
      writeArray(zip, "coefficients.bin", network.params());
      if (updaterState != null && updaterState.length() > 0) {
        writeArray(zip, "updaterState.bin", updaterState);
      }
      writeText(zip, ENTRY, MAPPER.writeValueAsString(metadata));
    }
  }

  private static void writeText(ZipOutputStream zip, String entry, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(entry));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void writeArray(ZipOutputStream zip, String entry, INDArray array)
      throws IOException {
    zip.putNextEntry(new ZipEntry(entry));
    DataOutputStream data = new DataOutputStream(new BufferedOutputStream(zip));
    Nd4j.write(array, data);
    data.flush();
  }

  static FittedModel read(Path file, List<String> trusted) throws IOException {
    Metadata metadata = metadata(file, trusted);
    if (metadata.format() != FORMAT) {
      throw new IOException(
          String.format(
              "%s has format %d but this version reads %d; use %s.",
              file,
              metadata.format(),
              FORMAT,
              metadata.needs() == null
                  ? "the version that wrote it"
                  : "mf4j " + Printable.escaped(metadata.needs()) + " or later"));
    }
    try {
      return new FittedModel(
          ModelSerializer.restoreMultiLayerNetwork(file.toFile(), true),
          ModelKind.of(metadata.kind()),
          new Task(metadata.classes()),
          metadata.provenance());
    } catch (IOException | RuntimeException e) {
      // DL4J reports a damaged entry by whatever exception its parsing happens to run into.
      throw damaged(file, e);
    }
  }

  private static Metadata metadata(Path file, List<String> trusted) throws IOException {
    if (!Files.isReadable(file)) {
      throw new IOException(file + " is not there or cannot be read; name a saved model.");
    }
    try {
      Map<String, byte[]> texts = ModelFileCheck.texts(file, trusted);
      if (!texts.containsKey(ENTRY)) {
        String reason = texts.isEmpty() ? "it is not a zip file" : "it has no entry " + ENTRY;
        throw new IOException(file + " is no model of mf4j: " + reason + ".");
      }
      return MAPPER.readValue(texts.get(ENTRY), Metadata.class);
    } catch (JsonProcessingException | ZipException | EOFException e) {
      throw damaged(file, e);
    }
  }

  private static IOException damaged(Path file, Exception cause) {
    return new IOException(file + " is damaged; train and save the model again.", cause);
  }
}
