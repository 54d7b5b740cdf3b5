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
  void aRareColourBecomesTheNearestFrequentOne() {
    BufferedImage image = image(258, 2);
    for (int x = 0; x < 256; x++) {
      image.setRGB(x, 0, new Color(x, 0, 0).getRGB());
      image.setRGB(x, 1, new Color(x, 0, 0).getRGB());
    }
    image.setRGB(256, 0, new Color(100, 3, 2).getRGB());
    image.setRGB(257, 0, new Color(255, 9, 0).getRGB());
    BufferedImage small = FewColours.of(image);
    assertThat(new Color(small.getRGB(256, 0))).isEqualTo(new Color(100, 0, 0));
    assertThat(new Color(small.getRGB(257, 0))).isEqualTo(new Color(255, 0, 0));
    assertThat(new Color(small.getRGB(17, 1))).isEqualTo(new Color(17, 0, 0));
  }
}
