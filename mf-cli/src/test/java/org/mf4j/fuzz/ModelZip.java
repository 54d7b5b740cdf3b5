package org.mf4j.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.mf4j.data.ControlCharts;
import org.mf4j.models.MfEsn;
import org.mf4j.models.ModelFitter;
import org.mf4j.training.EpochListener;

/** Model files made of a good one. */
final class ModelZip {
  private static final Map<String, byte[]> ENTRIES = entries(good());

  private ModelZip() {}

  /** A small model. */
  static byte[] good() {
    try {
      Path file = Files.createTempFile("fuzz", ".zip");
      new ModelFitter(MfEsn.plainHeterogeneous(2))
          .fit(ControlCharts.generate(1).train(), 1, EpochListener.NONE)
          .save(file);
      byte[] bytes = Files.readAllBytes(file);
      Files.delete(file);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, byte[]> entries(byte[] zip) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries;
  }

  /** The good model with one entry of other content. */
  static byte[] withEntry(byte[] input) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>(ENTRIES);
    if (input.length > 0) {
      List<String> names = List.copyOf(entries.keySet());
      String replaced = names.get(Byte.toUnsignedInt(input[0]) % names.size());
      entries.put(replaced, Arrays.copyOfRange(input, 1, input.length));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.setLevel(0);
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
      }
    }
    return bytes.toByteArray();
  }
}
