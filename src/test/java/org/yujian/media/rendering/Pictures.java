package org.yujian.media.rendering;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Pictures that tests draw, committed pictures, and what tests ask about the results. */
final class Pictures {

  private static final Path FIXTURES = Path.of("src", "test", "resources", "pictures");

  private Pictures() {}

  /** One of those that {@code src/test/resources/pictures/make} makes. */
  static byte[] fixture(String name) {
    try {
      return Files.readAllBytes(FIXTURES.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Left half red, right half blue, with a green disc in the middle. */
  static BufferedImage drawn(int width, int height, int type) {
    BufferedImage image = new BufferedImage(width, height, type);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, width / 2, height);
    graphics.setColor(Color.BLUE);
    graphics.fillRect(width / 2, 0, width - width / 2, height);
    graphics.setColor(Color.GREEN);
    int disc = Math.min(width, height) / 2;
    graphics.fillOval((width - disc) / 2, (height - disc) / 2, disc, disc);
    graphics.dispose();
    return image;
  }

  static byte[] encoded(BufferedImage image, String format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, bytes)) {
        throw new IllegalStateException("Java writes no " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] jpeg(int width, int height) {
    return encoded(drawn(width, height, BufferedImage.TYPE_3BYTE_BGR), "jpeg");
  }

  static BufferedImage decoded(byte[] bytes) {
    boolean webp = new String(bytes, 8, 4, StandardCharsets.ISO_8859_1).equals("WEBP");
    try (ByteArrayInputStream in = new ByteArrayInputStream(bytes)) {
      if (!webp) {
        return ImageIO.read(in);
      }
      ImageReader reader = new WebPImageReaderSpi().createReaderInstance(null);
      reader.setInput(new MemoryCacheImageInputStream(in));
      return reader.read(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A PNG header of this size and hardly any pixels. */
  static byte[] pngHeader(int width, int height, boolean interlaced) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(PngFile.SIGNATURE.getBytes(StandardCharsets.ISO_8859_1));
    byte[] header = new byte[13];
    for (int i = 0; i < 4; i++) {
      header[i] = (byte) (width >> 24 - 8 * i);
      header[4 + i] = (byte) (height >> 24 - 8 * i);
    }
    header[8] = 8;
    header[9] = 2;
    header[12] = (byte) (interlaced ? 1 : 0);
    chunk(png, "IHDR", header);
    chunk(png, "IDAT", new byte[20]);
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
    CRC32 sum = new CRC32();
    sum.update(type.getBytes(StandardCharsets.US_ASCII));
    sum.update(data);
    try (DataOutputStream out = new DataOutputStream(png)) {
      out.writeInt(data.length);
      out.write(type.getBytes(StandardCharsets.US_ASCII));
      out.write(data);
      out.writeInt((int) sum.getValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A GIF of this size with as many frames of one pixel. */
  static byte[] gif(int width, int height, int frames) {
    ByteArrayOutputStream gif = new ByteArrayOutputStream();
    gif.writeBytes("GIF89a".getBytes(StandardCharsets.US_ASCII));
    gif.writeBytes(
        new byte[] {(byte) width, (byte) (width >> 8), (byte) height, (byte) (height >> 8)});
    gif.writeBytes(new byte[] {(byte) 0x80, 0, 0, 0, 0, 0, -1, -1, -1});
    for (int i = 0; i < frames; i++) {
      gif.writeBytes(new byte[] {0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0});
    }
    gif.write(0x3B);
    return gif.toByteArray();
  }

  /** Tests that boot Quarkus fill the registry of readers with classes of another loader. */
  private static void registerReaders() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(Pictures.class.getClassLoader());
    try {
      ImageIO.scanForPlugins();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** As {@link PictureRenderer#render}, but in this process: many pictures in a second. */
  static RenderedPicture rendered(byte[] bytes, Focal focal) {
    registerReaders();
    PictureHeader header = PictureRenderer.inspect(bytes);
    ByteArrayOutputStream result = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(result)) {
      PictureProgram.write(PictureProgram.RENDER, focal, bytes, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new PictureResult(result.toByteArray()).picture(header);
  }

  /** Peak signal-to-noise ratio of two pictures of one size, in decibels. */
  static double psnr(BufferedImage one, BufferedImage other) {
    double sum = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        for (int shift = 0; shift < 24; shift += 8) {
          int a = one.getRGB(x, y) >> shift & 0xFF;
          int b = other.getRGB(x, y) >> shift & 0xFF;
          sum += (a - b) * (a - b);
        }
      }
    }
    return 10 * Math.log10(255.0 * 255 * 3 * one.getWidth() * one.getHeight() / sum);
  }
}
