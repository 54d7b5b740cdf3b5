package org.mf4j.cli.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.mf4j.cli.Run;
import org.mf4j.models.FittedModel;

/** Every command that writes, on series that are made here, in processes of their own. */
final class Commands {
  static final List<String> NAMES =
      List.of(
          "train", "predict", "compare", "search", "reproduce", "archive", "robustness", "figures");

  private final Path series;
  private final Path archive;
  private final Path model;

  /** Makes the inputs. */
  Commands(Path inputs) throws IOException {
    String waves =
        IntStream.range(0, 24).mapToObj(Commands::wave).collect(Collectors.joining("\n", "", "\n"));
    series = Files.writeString(inputs.resolve("waves.csv"), waves);
    archive = inputs.resolve("archive");
    Path set = Files.createDirectories(archive.resolve("GunPoint"));
    Files.writeString(set.resolve("GunPoint_TRAIN.csv"), waves);
    Files.writeString(set.resolve("GunPoint_TEST.csv"), waves);
    model = inputs.resolve("model.zip");
    Run made = Run.mf(words("train", inputs).toArray());
    assertThat(made.exitCode()).as(made.err()).isZero();
  }

  private static String wave(int i) {
    return IntStream.range(0, 16)
        .mapToObj(t -> "%.3f".formatted(Math.sin(t * (1 + i % 2) / 3.0 + i)))
        .collect(Collectors.joining(",", (1 + i % 2) + ",", ""));
  }

  /** The words of a command that writes into a folder, a second or two of work. */
  List<String> words(String name, Path out) {
    String words =
        switch (name) {
          case "train" ->
              "train --model esn --units 10 --train SERIES --out OUT/model.zip --card OUT/card.html";
          case "predict" -> "predict --model-file MODEL --input SERIES --out OUT/predictions.csv";
          case "compare" ->
              "compare --models esn,mf-esn --trials 2 --units 10 --train SERIES --hold-out .5"
                  + " --json OUT/compare.json --report OUT/report";
          case "search" ->
              "search --model esn --units 10 --train SERIES --hold-out .5 --vary leakRate=.1,.5,1 --draws 2"
                  + " --journal OUT/search.jsonl --best OUT/best.json --csv OUT/search.csv";
          case "reproduce" ->
              "reproduce apl-table4 --data-dir ARCHIVE --datasets GunPoint --models esn,mf-esn"
                  + " --trials 2 --out OUT/table";
          case "archive" ->
              "archive --data-dir ARCHIVE --models esn,mf-esn --trials 2 --units 10"
                  + " --journal OUT/archive.jsonl --out OUT/archive";
          case "robustness" ->
              "robustness --models esn --units 10 --train SERIES --hold-out .5 --draws 2"
                  + " --vary levels=8,2 --journal OUT/robust.jsonl --report OUT/robust";
          case "figures" -> "figures --out OUT/figures";
          default -> throw new IllegalArgumentException(name);
        };
    return Stream.of(words.split(" "))
        .map(word -> word.replace("SERIES", series.toString()).replace("MODEL", model.toString()))
        .map(word -> word.replace("ARCHIVE", archive.toString()).replace("OUT", out.toString()))
        .toList();
  }

  /** That command in a process of its own. */
  static List<String> process(List<String> words) {
    return Run.process(
        List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.awt.headless=true"), words);
  }

  /** Everything below the folder is whole, what is hidden aside. */
  static void assertWhole(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!isPart(file)) {
          assertThat(isWhole(file)).as("%s is whole", file).isTrue();
        }
      }
    }
  }

  static boolean isPart(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(".") && name.endsWith(".part");
  }

  private static boolean isWhole(Path file) throws IOException {
    String name = file.getFileName().toString();
    String text = name.matches(".*\\.(zip|png)") ? "" : Files.readString(file);
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "zip" -> FittedModel.load(file).network() != null;
      case "png" -> ImageIO.read(file.toFile()) != null;
      case "svg" -> text.strip().endsWith("</svg>");
      case "html" -> text.strip().endsWith("</html>");
      case "json" -> new ObjectMapper().readTree(text).isObject();
      // The last line of a journal may be torn; that it is left out is shown by going on with it.
      case "jsonl" -> true;
      case "csv", "md" -> text.endsWith("\n");
      default -> throw new AssertionError("an output of no known kind: " + file);
    };
  }
}
