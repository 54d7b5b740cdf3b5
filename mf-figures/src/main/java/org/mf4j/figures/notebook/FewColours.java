package org.mf4j.figures.notebook;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Images of at most 256 colours: as PNG a chart is then half as large, which a notebook under
 * version control is the better for.
 */
final class FewColours {
  private static final int MOST = 256;

  private FewColours() {}

  /**
   * The image with its most frequent colours. Others, such as the shades along a slanted line,
   * become the nearest of them; an image of few colours stays as it is.
   */
  static BufferedImage of(BufferedImage image) {
    int width = image.getWidth();
    int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
    Map<Integer, Long> counts =
        Arrays.stream(pixels)
            .boxed()
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    int[] colours = mostFrequent(counts);
    Map<Integer, Integer> indices =
        counts.keySet().stream()
            .collect(Collectors.toMap(Function.identity(), colour -> nearest(colour, colours)));
    return indexed(image, colours, Arrays.stream(pixels).map(indices::get).toArray());
  }

  private static int[] mostFrequent(Map<Integer, Long> counts) {
    // The colour decides among equals, so that the same picture is the same file.
    Comparator<Integer> byCount = Comparator.comparing(counts::get);
    return counts.keySet().stream()
        .sorted(byCount.reversed().thenComparing(Comparator.naturalOrder()))
        .limit(MOST)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int nearest(int colour, int[] colours) {
    int best = 0;
    for (int i = 1; i < colours.length; i++) {
      if (distance(colour, colours[i]) < distance(colour, colours[best])) {
        best = i;
      }
    }
    return best;
  }

  /** The squared distance of two colours, over red, green and blue. */
  private static int distance(int a, int b) {
    int sum = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int difference = (a >> shift & 0xff) - (b >> shift & 0xff);
      sum += difference * difference;
    }
    return sum;
  }

  private static BufferedImage indexed(BufferedImage image, int[] colours, int[] indices) {
    IndexColorModel model =
        new IndexColorModel(8, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE);
    BufferedImage small =
        new BufferedImage(
            image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
    small.getRaster().setPixels(0, 0, image.getWidth(), image.getHeight(), indices);
    return small;
  }
}
