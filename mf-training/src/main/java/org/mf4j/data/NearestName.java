package org.mf4j.data;

import java.util.Collection;
import java.util.Comparator;
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

  private static int distance(String typed, String candidate) {
    return LevenshteinDistance.getDefaultInstance()
        .apply(typed, candidate.toLowerCase(Locale.ROOT));
  }
}
