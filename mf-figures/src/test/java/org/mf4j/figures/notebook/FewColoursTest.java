package org.mf4j.figures.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class FewColoursTest {
  private static BufferedImage image(int width, int height) {
    return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
  }

  @Test
  void fewColoursStay() {
    BufferedImage image = image(20, 16);
    for (int i = 0; i < 320; i++) {
      image.setRGB(i % 20, i / 20, 0x010203 * (i % 256 / 4));
    }
    BufferedImage small = FewColours.of(image);
    for (int i = 0; i < 320; i++) {
      assertThat(small.getRGB(i % 20, i / 20)).isEqualTo(image.getRGB(i % 20, i / 20));
    }
  }

  @Test
  void aRareColourBecomesOneThatLooksTheSame() {
    BufferedImage image = image(256, 4);
    for (int i = 0; i < 1024; i++) {
      int grey = i % 256;
      image.setRGB(grey, i / 256, new Color(grey, grey, grey).getRGB());
    }
    image.setRGB(7, 3, new Color(100, 103, 99).getRGB());
    Color shown = new Color(FewColours.of(image).getRGB(7, 3));
    assertThat(largestDifference(shown, new Color(100, 103, 99))).isLessThanOrEqualTo(4);
  }

  /** The dark end of a scale may cover a few pixels only, beside thousands of frequent shades. */
  @Test
  void theRareEndOfAScaleKeepsItsShades() {
    BufferedImage image = image(600, 30);
    for (int x = 0; x < 600; x++) {
      for (int y = 0; y < 30; y++) {
        image.setRGB(x, y, scale(x, y).getRGB());
      }
    }
    BufferedImage small = FewColours.of(image);
    for (int x = 0; x < 600; x++) {
      assertThat(largestDifference(new Color(small.getRGB(x, 0)), scale(x, 0)))
          .isLessThanOrEqualTo(4);
    }
  }

  /** Above, one pixel each of 600 shades from violet to yellow; below, bright ones only. */
  private static Color scale(int x, int y) {
    int at = y == 0 ? x : 400 + x / 3;
    return new Color(68 + at * 180 / 600, at * 230 / 600, 84 - at * 60 / 600);
  }

  private static int largestDifference(Color one, Color other) {
    return Math.max(
        Math.abs(one.getRed() - other.getRed()),
        Math.max(
            Math.abs(one.getGreen() - other.getGreen()),
            Math.abs(one.getBlue() - other.getBlue())));
  }
}
