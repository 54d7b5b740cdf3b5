package org.mf4j.cli.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.mf4j.engine.Workers;
import org.mf4j.engine.blas.BlasKernels;
import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** What repeats a run, for every report: the command line and the versions of all it rests on. */
public final class Provenance implements IVersionProvider {
  private static final String FOLDER = "/org/mf4j/cli/";
  private static final String VERBOSE = "-v";

  @Spec private CommandSpec spec;

  /**
   * What a report says last.
   *
   * @param spec the command that runs
   * @param particulars what is known of this run beside
   * @return the command line as it was typed, words with blanks in quotes; the particulars;
   *     versions
   */
  public static Map<String, String> of(CommandSpec spec, Map<String, String> particulars) {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put(
        "command",
        spec.root().commandLine().getParseResult().originalArgs().stream()
            .map(word -> word.matches("\\S+") ? word : "'" + word + "'")
            .collect(Collectors.joining(" ", "./mf ", "")));
    entries.putAll(particulars);
    entries.put("versions", Words.join(versions()));
    return entries;
  }

  /** {@return {@code -v}, which lets {@code --version} say more} */
  public static OptionSpec verboseOption() {
    return OptionSpec.builder(VERBOSE)
        .type(boolean.class)
        .description("With --version: also processors, threads, and what multiplies.")
        .build();
  }

  @Override
  public String[] getVersion() {
    Map<String, String> versions = versions();
    List<String> lines = new ArrayList<>();
    lines.add(isRelease() ? "mf4j " + versions.get("mf4j") : ours());
    lines.add("Deeplearning4j " + versions.get("deeplearning4j"));
    lines.add("Java " + versions.get("java") + ", " + versions.get("os"));
    if (isVerbose()) {
      int processors = Runtime.getRuntime().availableProcessors();
      lines.add(processors + " processors, " + Workers.threads() + " threads");
      lines.add(
          "OpenBLAS, kernels "
              + BlasKernels.current().name().map(name -> "for " + name).orElse("of its choice"));
    }
    return lines.toArray(String[]::new);
  }

  /** Also asked before there is a command line. */
  private boolean isVerbose() {
    return Optional.ofNullable(spec)
        .map(command -> command.root().commandLine())
        .map(CommandLine::getParseResult)
        .filter(parsed -> parsed.hasMatchedOption(VERBOSE))
        .isPresent();
  }

  /** {@return for example {@code mf4j 0.1.0, commit 0123abc}, the commit with all its digits} */
  public static String ours() {
    Map<String, String> versions = versions();
    return "mf4j " + versions.get("mf4j") + ", commit " + versions.get("commit");
  }

  /**
   * In a distribution this class is in a jar, and its version says all; in the tree the commit may
   * be any.
   */
  private static boolean isRelease() {
    URL place = Provenance.class.getResource("Provenance.class");
    return place != null && place.getProtocol().equals("jar");
  }

  /** {@return the versions of the libraries whose change may change the result of a trial} */
  public static Map<String, Object> ofLibraries() {
    Map<String, Object> versions = new LinkedHashMap<>(versions());
    versions.keySet().retainAll(Set.of("mf4j", "deeplearning4j"));
    return versions;
  }

  /**
   * The version of every part that can change a number: ours, DL4J's, Java's, the machine's. The
   * commit is that of the sources at the last build, with {@code -dirty} if they differed from it.
   *
   * @return by name
   */
  public static Map<String, String> versions() {
    Properties build = new Properties();
    Map<String, String> versions = new LinkedHashMap<>();
    try (InputStream in = Provenance.class.getResourceAsStream(FOLDER + "version.properties")) {
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
    try (InputStream in = Provenance.class.getResourceAsStream(FOLDER + "commit")) {
      return in == null ? "unknown" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}
