package org.mf4j.figures.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
  void ofManyColoursTheRareButDifferentOnesStayAndNoneMovesFar() {
    BufferedImage image = image(1024, 3);
    for (int x = 0; x < 1024; x++) {
      image.setRGB(x, 0, new Color(x / 4, 200, x % 4 * 8).getRGB());
      image.setRGB(x, 1, new Color(x / 4, 200, 0).getRGB());
    }
    Color rare = new Color(3, 5, 250);
    image.setRGB(77, 2, rare.getRGB());
    BufferedImage small = FewColours.of(image);
    assertThat(new Color(small.getRGB(77, 2))).isEqualTo(rare);
    for (int x = 0; x < 1024; x++) {
      Color shown = new Color(small.getRGB(x, 0));
      assertThat(shown.getRed()).isCloseTo(x / 4, within(8));
      assertThat(shown.getGreen()).isEqualTo(200);
      assertThat(shown.getBlue()).isCloseTo(x % 4 * 8, within(8));
    }
  }
}
