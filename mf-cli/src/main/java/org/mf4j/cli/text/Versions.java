package org.mf4j.cli.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import picocli.CommandLine.IVersionProvider;

/** The versions that {@code --version} prints and that every report keeps as provenance. */
public final class Versions implements IVersionProvider {
  @Override
  public String[] getVersion() {
    Map<String, String> versions = all();
    return new String[] {
      ours(),
      "Deeplearning4j " + versions.get("deeplearning4j"),
      "Java " + versions.get("java") + ", " + versions.get("os")
    };
  }

  /** For example {@code mf4j 0.1.0, commit 0123abc}, the commit with all its digits. */
  public static String ours() {
    Map<String, String> versions = all();
    return "mf4j " + versions.get("mf4j") + ", commit " + versions.get("commit");
  }

  /** The versions of the libraries whose change may change the result of a trial. */
  public static Map<String, Object> ofLibraries() {
    Map<String, Object> versions = new LinkedHashMap<>(all());
    versions.keySet().retainAll(Set.of("mf4j", "deeplearning4j"));
    return versions;
  }

  /**
   * The version of every part that can change a number: ours, DL4J's, Java's, the machine's. The
   * commit is that of the sources at the last build, with {@code -dirty} if they differed from it.
   */
  public static Map<String, String> all() {
    Properties build = new Properties();
    Map<String, String> versions = new LinkedHashMap<>();
    try (InputStream in = Versions.class.getResourceAsStream("/org/mf4j/cli/version.properties")) {
      build.load(in);
      versions.put("mf4j", build.getProperty("mf4j"));
      versions.put("commit", commit());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    versions.put("deeplearning4j", build.getProperty("deeplearning4j"));
    versions.put("java", Runtime.version().toString());
    versions.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    return versions;
  }

  /** The build cannot tell everywhere. */
  private static String commit() throws IOException {
    try (InputStream in = Versions.class.getResourceAsStream("/org/mf4j/cli/commit")) {
      return in == null ? "unknown" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}
