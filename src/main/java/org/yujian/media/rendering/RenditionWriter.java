package org.yujian.media.rendering;

import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Encodes pixels as JPEG and WebP, without metadata. */
final class RenditionWriter {

  private static final float JPEG_QUALITY = 0.8f;
  private static final float WEBP_QUALITY = 0.75f;

  /**
   * Effort of the WebP encoder, 0 to 6. Above 640 pixels less of it saves half of the time for 6%
   * more bytes; lists of articles show the smaller files.
   */
  private static final int THOROUGH = 4;

  private static final int QUICK = 2;
  private static final int LARGE = 640;

  private static final String JPEG_WRITER = "com.sun.imageio.plugins.jpeg.JPEGImageWriter";

  private final ImageWriter jpeg = jpegWriter();
  private final ImageWriter webp = new WebPImageWriterSpi().createWriterInstance(null);
  private final JPEGImageWriteParam jpegParam = new JPEGImageWriteParam(Locale.ROOT);
  private final WebPWriteParam webpParam = new WebPWriteParam(Locale.ROOT);

  RenditionWriter() {
    jpegParam.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    jpegParam.setCompressionQuality(JPEG_QUALITY);
    jpegParam.setOptimizeHuffmanTables(true);
    webpParam.setCompressionType(CompressionType.Lossy);
    webpParam.setCompressionQuality(WEBP_QUALITY);
  }

  byte[] jpeg(BufferedImage image) throws IOException {
    return written(
        jpeg, image.getColorModel().hasAlpha() ? Pixels.onWhite(image) : image, jpegParam);
  }

  byte[] webp(BufferedImage image) throws IOException {
    webpParam.setMethod(image.getWidth() > LARGE ? QUICK : THOROUGH);
    return written(webp, image, webpParam);
  }

  private static byte[] written(ImageWriter writer, BufferedImage image, ImageWriteParam param)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), param);
    }
    return bytes.toByteArray();
  }

  private static ImageWriter jpegWriter() {
    Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
    while (writers.hasNext()) {
      ImageWriter writer = writers.next();
      if (writer.getClass().getName().equals(JPEG_WRITER)) {
        return writer;
      }
    }
    throw new IllegalStateException("Java has no " + JPEG_WRITER);
  }
}
