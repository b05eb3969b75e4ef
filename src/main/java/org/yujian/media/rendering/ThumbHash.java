package org.yujian.media.rendering;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;

/**
 * ThumbHash, the blurred preview of about 25 bytes by Evan Wallace, written after its description
 * (evanw.github.io/thumbhash). A hash holds the lowest frequencies of a cosine transform: of
 * lightness up to 7, of two color differences 3, of alpha 5 per side.
 */
final class ThumbHash {

  private static final int MOST = 100;

  private final int width;
  private final int height;
  private final double[] lightness;
  private final double[] yellowBlue;
  private final double[] redGreen;
  private final double[] alpha;
  private final double[] average;
  private final boolean transparent;

  /** A picture is scaled to at most 100 × 100 pixels before. */
  ThumbHash(BufferedImage image) {
    BufferedImage small = small(image);
    width = small.getWidth();
    height = small.getHeight();
    int[] argb = small.getRGB(0, 0, width, height, null, 0, width);
    int count = width * height;
    alpha = new double[count];
    for (int i = 0; i < count; i++) {
      alpha[i] = (argb[i] >>> 24) / 255.0;
    }
    average = average(argb);
    transparent = average[3] < count;
    lightness = new double[count];
    yellowBlue = new double[count];
    redGreen = new double[count];
    for (int i = 0; i < count; i++) {
      // What is seen through shows the average color, so that it adds no frequencies.
      double red = average[0] * (1 - alpha[i]) + alpha[i] * (argb[i] >> 16 & 0xFF) / 255;
      double green = average[1] * (1 - alpha[i]) + alpha[i] * (argb[i] >> 8 & 0xFF) / 255;
      double blue = average[2] * (1 - alpha[i]) + alpha[i] * (argb[i] & 0xFF) / 255;
      lightness[i] = (red + green + blue) / 3;
      yellowBlue[i] = (red + green) / 2 - blue;
      redGreen[i] = red - green;
    }
  }

  private static BufferedImage small(BufferedImage image) {
    double scale = (double) MOST / Math.max(image.getWidth(), image.getHeight());
    return scale >= 1
        ? image
        : Scaling.scaled(
            image,
            (int) Math.max(1, Math.round(image.getWidth() * scale)),
            (int) Math.max(1, Math.round(image.getHeight() * scale)));
  }

  /** Red, green and blue weighted by alpha, from 0 to 1, and the sum of alpha. */
  private double[] average(int[] argb) {
    double[] sum = new double[4];
    for (int i = 0; i < argb.length; i++) {
      sum[0] += alpha[i] * (argb[i] >> 16 & 0xFF) / 255;
      sum[1] += alpha[i] * (argb[i] >> 8 & 0xFF) / 255;
      sum[2] += alpha[i] * (argb[i] & 0xFF) / 255;
      sum[3] += alpha[i];
    }
    for (int i = 0; i < 3 && sum[3] > 0; i++) {
      sum[i] /= sum[3];
    }
    return sum;
  }

  /** The average color as it looks on white, {@code #rrggbb}. */
  String color() {
    double cover = average[3] / alpha.length;
    StringBuilder color = new StringBuilder("#");
    for (int i = 0; i < 3; i++) {
      int value = (int) Math.round(255 * (average[i] * cover + 1 - cover));
      color.append(Character.forDigit(value >> 4, 16)).append(Character.forDigit(value & 15, 16));
    }
    return color.toString();
  }

  String base64() {
    return Base64.getEncoder().encodeToString(hash());
  }

  private byte[] hash() {
    int most = transparent ? 5 : 7;
    int longer = Math.max(width, height);
    int across = Math.max(1, (int) Math.round((double) most * width / longer));
    int down = Math.max(1, (int) Math.round((double) most * height / longer));
    Wave light = new Wave(lightness, Math.max(3, across), Math.max(3, down));
    Wave yellow = new Wave(yellowBlue, 3, 3);
    Wave red = new Wave(redGreen, 3, 3);
    boolean landscape = width > height;
    Bits bits = new Bits();
    bits.add(light.mean, 63, 6);
    bits.add(0.5 + 0.5 * yellow.mean, 63, 6);
    bits.add(0.5 + 0.5 * red.mean, 63, 6);
    bits.add(light.scale, 31, 5);
    bits.add(transparent ? 1 : 0, 1, 1);
    bits.add(landscape ? down : across, 1, 3);
    bits.add(yellow.scale, 63, 6);
    bits.add(red.scale, 63, 6);
    bits.add(landscape ? 1 : 0, 1, 1);
    if (transparent) {
      Wave see = new Wave(alpha, 5, 5);
      bits.add(see.mean, 15, 4);
      bits.add(see.scale, 15, 4);
      bits.addAll(light, yellow, red, see);
    } else {
      bits.addAll(light, yellow, red);
    }
    return bits.bytes();
  }

  /** The lowest frequencies of a channel: its mean, and the others relative to the largest one. */
  private final class Wave {
    private final double mean;
    private final List<Double> parts = new ArrayList<>();
    private double scale;

    Wave(double[] channel, int across, int down) {
      mean = part(channel, 0, 0);
      for (int row = 0; row < down; row++) {
        for (int column = row == 0 ? 1 : 0; column * down < across * (down - row); column++) {
          double part = part(channel, column, row);
          parts.add(part);
          scale = Math.max(scale, Math.abs(part));
        }
      }
    }

    private double part(double[] channel, int column, int row) {
      double[] cosines = new double[width];
      for (int x = 0; x < width; x++) {
        cosines[x] = Math.cos(Math.PI / width * column * (x + 0.5));
      }
      double sum = 0;
      for (int y = 0; y < height; y++) {
        double cosine = Math.cos(Math.PI / height * row * (y + 0.5));
        for (int x = 0; x < width; x++) {
          sum += channel[y * width + x] * cosines[x] * cosine;
        }
      }
      return sum / (width * height);
    }
  }

  /** Numbers of a few bits each, lowest bit first. */
  private static final class Bits {
    private final BitSet bits = new BitSet();
    private int length;

    /** Adds a number from 0 to 1 as a step from 0 to {@code most}. */
    void add(double value, int most, int width) {
      long step = Math.max(0, Math.min((1 << width) - 1, Math.round(value * most)));
      for (int i = 0; i < width; i++) {
        bits.set(length++, (step >> i & 1) == 1);
      }
    }

    void addAll(Wave... waves) {
      for (Wave wave : waves) {
        for (double part : wave.parts) {
          add(wave.scale > 0 ? 0.5 + 0.5 / wave.scale * part : 0, 15, 4);
        }
      }
    }

    byte[] bytes() {
      return Arrays.copyOf(bits.toByteArray(), (length + 7) / 8);
    }
  }
}
