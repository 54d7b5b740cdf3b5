package org.mf4j.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mf4j.training.EpochListener;

/** Model files that somebody sent, made by changing a good one. */
@Timeout(60)
class HostileModelFileTest {
  @TempDir static Path folder;
  private static Path good;
  private static boolean sprung;

  /** What a gadget of Java serialisation does when it is read. */
  private static final class Trap implements Serializable {
    private static final long serialVersionUID = 1L;

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
      in.defaultReadObject();
      sprung = true;
    }
  }

  @BeforeAll
  static void train() throws IOException, InterruptedException {
    good = folder.resolve("good.zip");
    new ModelFitter(ToySettings.of(ModelKind.RNN).with(TrainingSettings.EPOCHS, 1))
        .fit(ToySets.levels().train(), 1, EpochListener.NONE)
        .save(good);
  }

  @Test
  void aGoodFileIsRead() throws IOException {
    assertThat(FittedModel.load(good).kind()).isEqualTo(ModelKind.RNN);
    assertThat(FittedModel.load(with(Map.of())).kind()).isEqualTo(ModelKind.RNN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"preprocessor.bin", "objects/trap.bin", "normalizer.bin"})
  void javaSerialisationIsRefusedUnread(String entry) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new Trap());
    }
    assertRefused(
        with(Map.of(entry, bytes.toByteArray())),
        "its entry " + entry + " is none of a saved model, and what DL4J may read from it");
    assertThat(sprung).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javax.swing.JEditorPane",
        "com.sun.rowset.JdbcRowSetImpl",
        "org.nd4j.shade.jackson.X",
        "org.deeplearning4j.nnx.X",
        "\u001b]0;title\u0007"
      })
  void foreignClassesAreRefused(String name) throws IOException {
    for (String key : new String[] {"@class", "\\u0040class"}) {
      String json = "{\"confs\":[{\"layer\":{\"%s\":\"%s\"}}]}".formatted(key, json(name));
      Assertions.assertThatThrownBy(() -> FittedModel.load(with("configuration.json", json)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("it names the class " + json(name) + ", which is none of")
          .message()
          .doesNotContain("\u001b");
    }
  }

  private static String json(String text) {
    return text.replace("\u001b", "\\u001b").replace("\u0007", "\\u0007");
  }

  /** A summary of the user's own, say; DL4J then finds no such class, which is another matter. */
  @Test
  void aTrustedClassPasses() throws IOException {
    String json = "{\"confs\":[{\"layer\":{\"@class\":\"com.example.Mine\"}}]}";
    Path file = with("configuration.json", json);
    assertRefused(file, "it names the class com.example.Mine");
    assertThatThrownBy(() -> FittedModel.load(file, "com.example."))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is damaged");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mf4j.json", "configuration.json"})
  void deeplyNestedJsonIsRefused(String entry) throws IOException {
    assertRefused(with(entry, "[".repeat(1_000_000)), "its JSON is nested more than 100 times");
  }

  /** 70 MB of blanks are some 70 kB in the zip. */
  @Test
  void aZipBombIsNotUnpacked() throws IOException {
    Path file = with("mf4j.json", " ".repeat(70_000_000));
    assertThat(Files.size(file)).isLessThan(1_000_000);
    assertRefused(file, "its entry mf4j.json has more than 67108864 bytes");
  }

  @ParameterizedTest
  @CsvSource({"4611686018427387904, 1", "6, 4611686018427387904", "-1, 1", "6, -1"})
  void arraysThatAnnounceTooMuchAreRefused(long shape, long numbers) throws IOException {
    assertRefused(
        with(Map.of("coefficients.bin", array(shape, numbers))),
        "its entry coefficients.bin announces");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1})
  void arraysOfAnotherLengthThanAnnouncedAreDamaged(int more) throws IOException {
    byte[] array = array(6, 10);
    assertThatThrownBy(
            () ->
                FittedModel.load(
                    with(
                        Map.of(
                            "updaterState.bin",
                            java.util.Arrays.copyOf(array, array.length + more)))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is damaged");
  }

  private static byte[] array(long shape, long numbers) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF("MIXED_DATA_TYPES");
    out.writeLong(shape);
    out.writeUTF("LONG");
    // Rank, length, stride, the flag of floats, the stride of all, and the order.
    for (long number : new long[] {1, numbers, 1, 1L << 13, 1, 99}) {
      out.writeLong(number);
    }
    out.writeUTF("MIXED_DATA_TYPES");
    out.writeLong(numbers);
    out.writeUTF("FLOAT");
    out.write(new byte[40]);
    return bytes.toByteArray();
  }

  @Test
  void anEntryThatIsThereTwiceIsRefused() throws IOException {
    Path file = with("mf4j.jsom", "{}");
    byte[] bytes = Files.readAllBytes(file);
    String patched =
        new String(bytes, StandardCharsets.ISO_8859_1).replace("mf4j.jsom", "mf4j.json");
    Files.write(file, patched.getBytes(StandardCharsets.ISO_8859_1));
    assertRefused(file, "its entry mf4j.json is there twice");
  }

  /** A layer of 2^31 - 1 neurons is compared with the parameters in the file before it is built. */
  @Test
  void aHugeLayerIsNotBuilt() throws IOException {
    String json =
        new String(entries().get("configuration.json"), StandardCharsets.UTF_8)
            .replaceAll("(?i)\"nout\" : \\d+", "\"nout\" : 2147483647");
    long before = System.nanoTime();
    assertThatThrownBy(() -> FittedModel.load(with("configuration.json", json)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is damaged");
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(30));
  }

  private static void assertRefused(Path file, String reason) {
    assertThatThrownBy(() -> FittedModel.load(file))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + " is not opened, since it may be harmful: ")
        .hasMessageContaining(reason)
        .message()
        .doesNotContain("\n");
  }

  private static Path with(String entry, String content) {
    return with(Map.of(entry, content.getBytes(StandardCharsets.UTF_8)));
  }

  /** The good file with some entries replaced or added. */
  private static Path with(Map<String, byte[]> changes) {
    try {
      Map<String, byte[]> entries = entries();
      entries.putAll(changes);
      Path file = Files.createTempFile(folder, "hostile", ".zip");
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
          zip.putNextEntry(new ZipEntry(entry.getKey()));
          zip.write(entry.getValue());
        }
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, byte[]> entries() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(good))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }
}
