package org.mf4j.figures.notebook;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Images of at most 256 colours: as PNG a chart is then half as large, which a notebook under
 * version control is the better for.
 */
final class FewColours {
  private static final int MOST = 256;

  /** Colours that are taken because they are frequent; the rest because nothing is like them. */
  private static final int FREQUENT = 64;

  private FewColours() {}

  /**
   * The image with its most frequent colours and those that differ most from them. Others, such as
   * the shades along a slanted line, become the nearest of these; an image of few colours stays.
   */
  static BufferedImage of(BufferedImage image) {
    int width = image.getWidth();
    int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
    int[] colours = byFrequency(pixels);
    int[] palette = new int[Math.min(MOST, colours.length)];
    int[] nearest = fill(palette, colours);
    Map<Integer, Integer> indices = new HashMap<>();
    for (int i = 0; i < colours.length; i++) {
      indices.put(colours[i], nearest[i]);
    }
    return indexed(image, palette, Arrays.stream(pixels).map(indices::get).toArray());
  }

  private static int[] byFrequency(int[] pixels) {
    Map<Integer, Long> counts =
        Arrays.stream(pixels)
            .boxed()
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    // The colour decides among equals, so that the same picture is the same file.
    Comparator<Integer> byCount = Comparator.comparing(counts::get);
    return counts.keySet().stream()
        .sorted(byCount.reversed().thenComparing(Comparator.naturalOrder()))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Fills the palette and gives each colour's index in it. */
  private static int[] fill(int[] palette, int[] colours) {
    int[] nearest = new int[colours.length];
    int[] distances = new int[colours.length];
    Arrays.fill(distances, Integer.MAX_VALUE);
    for (int entry = 0; entry < palette.length; entry++) {
      palette[entry] = colours[entry < FREQUENT ? entry : farthest(distances)];
      for (int i = 0; i < colours.length; i++) {
        int distance = distance(colours[i], palette[entry]);
        if (distance < distances[i]) {
          distances[i] = distance;
          nearest[i] = entry;
        }
      }
    }
    return nearest;
  }

  private static int farthest(int[] distances) {
    int best = 0;
    for (int i = 1; i < distances.length; i++) {
      if (distances[i] > distances[best]) {
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

  private static BufferedImage indexed(BufferedImage image, int[] palette, int[] indices) {
    IndexColorModel model =
        new IndexColorModel(8, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE);
    BufferedImage small =
        new BufferedImage(
            image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
    small.getRaster().setPixels(0, 0, image.getWidth(), image.getHeight(), indices);
    return small;
  }
}
