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

  /** How many are chosen because they are frequent; the rest fills the gaps between them. */
  private static final int FREQUENT = 64;

  private FewColours() {}

  /**
   * The image with its most frequent colours and those farthest from any other that is kept, so
   * that no end of a colour scale is lost for being rare. Others, such as the shades along a
   * slanted line, become the nearest of these; an image of few colours stays as it is.
   */
  static BufferedImage of(BufferedImage image) {
    int width = image.getWidth();
    int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
    Map<Integer, Long> counts =
        Arrays.stream(pixels)
            .boxed()
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    int[] colours = palette(byFrequency(counts));
    Map<Integer, Integer> indices =
        counts.keySet().stream()
            .collect(Collectors.toMap(Function.identity(), colour -> nearest(colour, colours)));
    return indexed(image, colours, Arrays.stream(pixels).map(indices::get).toArray());
  }

  private static int[] byFrequency(Map<Integer, Long> counts) {
    // The colour decides among equals, so that the same picture is the same file.
    Comparator<Integer> byCount = Comparator.comparing(counts::get);
    return counts.keySet().stream()
        .sorted(byCount.reversed().thenComparing(Comparator.naturalOrder()))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Farthest first (Gonzalez, Theor. Comput. Sci. 38, 293, 1985), begun from the frequent ones. */
  private static int[] palette(int[] byFrequency) {
    int[] palette = Arrays.copyOf(byFrequency, Math.min(MOST, byFrequency.length));
    int[] gaps = new int[byFrequency.length];
    Arrays.fill(gaps, Integer.MAX_VALUE);
    for (int k = 0; k < palette.length; k++) {
      palette[k] = byFrequency[k < FREQUENT ? k : indexOfLargest(gaps)];
      for (int i = 0; i < gaps.length; i++) {
        gaps[i] = Math.min(gaps[i], distance(palette[k], byFrequency[i]));
      }
    }
    return palette;
  }

  private static int indexOfLargest(int[] values) {
    int largest = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[largest]) {
        largest = i;
      }
    }
    return largest;
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
