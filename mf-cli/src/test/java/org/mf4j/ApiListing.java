package org.mf4j;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The public signatures of compiled classes, as the JDK's {@code javap} prints them: a block for
 * every type that other projects can name, by its name, its members in the order of the alphabet.
 */
final class ApiListing {
  private static final String CLASS_FILE = ".class";

  private ApiListing() {}

  /** The lines of the listing of a tree of class files. */
  static List<String> of(Path classes) throws IOException {
    Map<String, List<String>> blocks = blocks(javap(classes));
    return blocks.entrySet().stream()
        .filter(block -> isAccessible(block.getKey(), blocks))
        .flatMap(block -> block.getValue().stream())
        .toList();
  }

  private static List<String> javap(Path classes) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-protected", "-constants"));
    try (Stream<Path> files = Files.walk(classes)) {
      files.map(Path::toString).filter(file -> file.endsWith(CLASS_FILE)).forEach(arguments::add);
    }
    StringWriter printed = new StringWriter();
    PrintWriter out = new PrintWriter(printed);
    int status =
        ToolProvider.findFirst("javap")
            .orElseThrow()
            .run(out, out, arguments.toArray(String[]::new));
    if (status != 0) {
      throw new IOException("javap ended with " + status + ": " + printed);
    }
    return printed.toString().lines().filter(line -> !line.startsWith("Compiled from")).toList();
  }

  private static Map<String, List<String>> blocks(List<String> lines) {
    Map<String, List<String>> blocks = new TreeMap<>();
    for (int start = 0; start < lines.size(); ) {
      int end = start + lines.subList(start, lines.size()).indexOf("}");
      String header = lines.get(start);
      Stream<String> members = lines.subList(start + 1, end).stream().sorted();
      blocks.put(
          name(header),
          Stream.of(Stream.of(header), members, Stream.of("}")).flatMap(block -> block).toList());
      start = end + 1;
    }
    return blocks;
  }

  /** The word after the kind of type, without type parameters. */
  private static String name(String header) {
    return header.replaceFirst("^.*?\\b(?:class|interface) ", "").split("[ <{]", 2)[0];
  }

  private static boolean isAccessible(String name, Map<String, List<String>> blocks) {
    int outer = name.lastIndexOf('$');
    return blocks.get(name).get(0).startsWith("public ")
        && (outer < 0 || isAccessible(name.substring(0, outer), blocks));
  }

  /** The lines that only one has, under their type: {@code -} for what went, {@code +} came. */
  static String difference(List<String> before, List<String> after) {
    return Stream.concat(only("- ", before, after), only("+ ", after, before))
        .collect(Collectors.joining("\n"));
  }

  private static Stream<String> only(String sign, List<String> these, List<String> those) {
    List<String> others = underTheirType(those);
    return underTheirType(these).stream().filter(line -> !others.contains(line)).map(sign::concat);
  }

  private static List<String> underTheirType(List<String> lines) {
    List<String> named = new ArrayList<>();
    String type = "";
    for (String line : lines) {
      if (line.startsWith("  ")) {
        named.add(type + ": " + line.strip());
      } else if (!line.equals("}")) {
        type = name(line);
        named.add(line);
      }
    }
    return named;
  }
}
