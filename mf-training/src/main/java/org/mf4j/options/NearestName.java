package org.mf4j.options;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the known name that a mistyped one was probably meant to be. */
public final class NearestName {
  private NearestName() {}

  /**
   * The known name of the smallest edit distance, letter case ignored; the alphabetically first of
   * several.
   *
   * @param name what was typed
   * @param known the names that exist
   * @return empty only if no name is known
   */
  public static Optional<String> of(String name, Collection<String> known) {
    String typed = name.toLowerCase(Locale.ROOT);
    return known.stream()
        .min(
            Comparator.<String>comparingInt(candidate -> distance(typed, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  /**
   * The known names that are so near that one of them may be meant: at most half of the letters
   * differ, letter case ignored.
   *
   * @param name what was typed
   * @param known the names that exist
   * @return at most three, the nearest first
   */
  public static List<String> similar(String name, Collection<String> known) {
    String typed = name.toLowerCase(Locale.ROOT);
    return known.stream()
        .distinct()
        .filter(candidate -> 2 * distance(typed, candidate) <= candidate.length())
        .sorted(
            Comparator.<String>comparingInt(candidate -> distance(typed, candidate))
                .thenComparing(Comparator.naturalOrder()))
        .limit(3)
        .toList();
  }

  /**
   * What to say of a name that does not exist.
   *
   * @param name what was typed
   * @param known the names that exist, at least one
   * @return "unknown; did you mean ...? (known: ...)"
   */
  public static String unknown(String name, Collection<String> known) {
    return "unknown; did you mean %s? (known: %s)"
        .formatted(of(name, known).orElseThrow(), String.join(", ", known));
  }

  private static int distance(String typed, String candidate) {
    return LevenshteinDistance.getDefaultInstance()
        .apply(typed, candidate.toLowerCase(Locale.ROOT));
  }
}
