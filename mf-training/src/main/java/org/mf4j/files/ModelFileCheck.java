package org.mf4j.files;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UTFDataFormatException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.mf4j.options.Printable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.shape.options.ArrayOptionsHelper;
import org.nd4j.shade.jackson.core.JsonFactory;
import org.nd4j.shade.jackson.core.JsonParser;
import org.nd4j.shade.jackson.core.JsonToken;

/**
 * Looks through a model file that somebody sent, before anything in it is instantiated, in the
 * order and with the reader of DL4J, so that nothing is hidden from the one that the other sees.
 *
 * <p>Accepted are the entries that {@code org.mf4j.models} writes and no other: DL4J reads {@code
 * preprocessor.bin} and {@code objects/} by Java serialisation, which runs what it reads. Accepted
 * are classes of DL4J's and ND4J's networks, of this library and of packages that the caller
 * trusts; and arrays as long as they say.
 */
public final class ModelFileCheck {
  /** Name of the entry that says what the network is for. */
  public static final String ENTRY = "mf4j.json";

  private static final Set<String> TEXTS = Set.of(ENTRY, "configuration.json");
  private static final Set<String> ARRAYS = Set.of("coefficients.bin", "updaterState.bin");
  private static final List<String> TRUSTED =
      List.of("org.deeplearning4j.nn.", "org.nd4j.linalg.", "org.mf4j.");

  private static final int LARGEST_TEXT = 1 << 26;
  private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 8L;
  // 32 axes at most, each with a length and a stride, and a few numbers more.
  private static final long LARGEST_SHAPE = 100 * Long.BYTES;
  private static final int DEEPEST = 100;

  private final Path file;
  private final List<String> trusted;
  private final Map<String, byte[]> texts = new HashMap<>();

  private ModelFileCheck(Path file, List<String> trusted) {
    this.file = file;
    this.trusted = trusted;
  }

  /**
   * Checks a file.
   *
   * @param file the model file
   * @param trusted beginnings of the names of further classes that may be instantiated
   * @return its texts by the names of their entries; empty if it is not a zip file
   * @throws IOException if the file could do harm; the message is a sentence
   * @throws ZipException if it is damaged
   * @throws EOFException if it ends early
   */
  public static Map<String, byte[]> texts(Path file, List<String> trusted) throws IOException {
    ModelFileCheck check = new ModelFileCheck(file, trusted);
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      Set<String> seen = new HashSet<>();
      for (ZipEntry entry = next(zip); entry != null; entry = next(zip)) {
        if (!seen.add(entry.getName())) {
          throw check.refused("its entry %s is there twice".formatted(entry.getName()));
        }
        check.entry(entry.getName(), zip);
      }
    }
    return check.texts;
  }

  /** Java answers a name that is no UTF-8 with an exception that is none of files. */
  private static ZipEntry next(ZipInputStream zip) throws IOException {
    try {
      return zip.getNextEntry();
    } catch (IllegalArgumentException e) {
      throw (ZipException) new ZipException("the name of an entry is not UTF-8").initCause(e);
    }
  }

  private void entry(String name, InputStream content) throws IOException {
    if (TEXTS.contains(name)) {
      byte[] text = content.readNBytes(LARGEST_TEXT);
      if (content.read() >= 0) {
        throw refused("its entry %s has more than %d bytes".formatted(name, LARGEST_TEXT));
      }
      checkJson(text);
      texts.put(name, text);
    } else if (ARRAYS.contains(name)) {
      checkArray(name, content);
    } else {
      throw refused(
          "its entry %s is none of a saved model, and what DL4J may read from it could run a program"
              .formatted(name));
    }
  }

  /** Reads token by token: deep nesting would exhaust the stack of a parser that builds a tree. */
  private void checkJson(byte[] text) throws IOException {
    int depth = 0;
    try (JsonParser json = new JsonFactory().createParser(text)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (depth > DEEPEST) {
          throw refused("its JSON is nested more than %d times".formatted(DEEPEST));
        }
        if (token == JsonToken.VALUE_STRING && "@class".equals(json.currentName())) {
          checkClass(json.getText());
        }
      }
    }
  }

  private void checkClass(String name) throws IOException {
    if (TRUSTED.stream().noneMatch(name::startsWith)
        && trusted.stream().noneMatch(name::startsWith)) {
      throw refused(
          ("it names the class %s, which is none of Deeplearning4j, ND4J or mf4j; load it in Java with"
                  + " FittedModel.load(file, \"%s\") if you trust both")
              .formatted(name, name));
    }
  }

  /**
   * An array of ND4J is two buffers, its shape and its numbers; ND4J allocates what they announce,
   * and reads numbers where the shape says that they are.
   */
  private void checkArray(String name, InputStream content) throws IOException {
    DataInputStream data = new DataInputStream(content);
    Buffer shape = announced(name, data, LARGEST_SHAPE);
    long[] info = new long[shape.type() == DataType.INT64 ? (int) shape.length() : 0];
    for (int i = 0; i < info.length; i++) {
      info[i] = data.readLong();
    }
    Buffer numbers = announced(name, data, LARGEST_ARRAY);
    if (!isDense(info, numbers)) {
      throw refused("the shape of its entry %s is not that of its numbers".formatted(name));
    }
    data.skipNBytes(numbers.length() * numbers.type().width());
    if (data.read() >= 0) {
      throw new ZipException(name + " goes on behind the numbers that it announces");
    }
  }

  /** What a buffer announces. */
  private record Buffer(long length, DataType type) {}

  /**
   * A shape is the rank, the lengths, the strides, flags, the stride of all numbers if there is one
   * (else 0 or -1), and the order. Whatever does not lead to exactly the numbers that are there
   * would have native code read elsewhere in memory.
   */
  private static boolean isDense(long[] info, Buffer numbers) {
    int rank = (info.length - 4) / 2;
    if (info.length < 4 || info[0] != rank || info.length != 2 * rank + 4) {
      return false;
    }
    long count = 1;
    long last = 0;
    for (int axis = 1; axis <= rank; axis++) {
      long length = info[axis];
      long stride = info[rank + axis];
      if (length < 1 || stride < 0 || length > LARGEST_ARRAY || stride > LARGEST_ARRAY) {
        return false;
      }
      count *= length;
      last += (length - 1) * stride;
      if (count > numbers.length() || last >= numbers.length()) {
        return false;
      }
    }
    return count == numbers.length()
        && info[2 * rank + 1] == ArrayOptionsHelper.setOptionBit(0, numbers.type())
        && Math.abs(info[2 * rank + 2]) <= 1;
  }

  /** Before a buffer stand a word, its length and the name of its type. */
  private Buffer announced(String name, DataInputStream data, long most) throws IOException {
    try {
      data.readUTF();
      long length = data.readLong();
      DataType type = DataType.valueOf(data.readUTF());
      if (length < 0 || type.width() < 1 || length > most / type.width()) {
        throw refused(
            "its entry %s announces %d numbers, which no model has".formatted(name, length));
      }
      return new Buffer(length, type);
    } catch (UTFDataFormatException | IllegalArgumentException e) {
      throw new ZipException(name + " is no array");
    }
  }

  private IOException refused(String reason) {
    return new IOException(
        Printable.escaped(file + " is not opened, since it may be harmful: " + reason + "."));
  }
}
