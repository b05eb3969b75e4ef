package org.yujian.media.rendering;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import com.luciad.imageio.webp.WebPReadParam;
import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/** Decodes a picture, or the first frame of an animation, in bounded memory. */
final class PictureDecoder {

  /** Decoded pixels; of a picture with more, every second or third pixel is read. */
  private static final long MOST_BYTES = 66_000_000;

  private static final String PNG_READER = "com.sun.imageio.plugins.png.PNGImageReader";
  private static final String GIF_READER = "com.sun.imageio.plugins.gif.GIFImageReader";

  private PictureDecoder() {}

  static DecodedPicture decoded(byte[] bytes, PictureHeader header) throws IOException {
    BufferedImage image =
        switch (header.mediaType()) {
          case PictureHeader.JPEG -> jpeg(bytes, header);
          case PictureHeader.PNG -> png(bytes, header);
          case PictureHeader.GIF -> gif(bytes, header);
          default -> webp(bytes, header);
        };
    return new DecodedPicture(image, header.orientation());
  }

  private static BufferedImage jpeg(byte[] bytes, PictureHeader header) throws IOException {
    ImageReaderSpi readers =
        IIORegistry.getDefaultInstance().getServiceProviderByClass(JPEGImageReaderSpi.class);
    Rectangle size = new Rectangle(header.storedWidth(), header.storedHeight());
    return read(readers.createReaderInstance(), bytes, size, step(header.pixels(), 4));
  }

  private static BufferedImage png(byte[] bytes, PictureHeader header) throws IOException {
    Rectangle size = new Rectangle(header.storedWidth(), header.storedHeight());
    PngFile file = new PngFile(new FileBytes(bytes));
    int step = step(header.pixels(), file.pixelBytes());
    BufferedImage image = read(reader("png", PNG_READER), bytes, size, step);
    ColorProfiles.toSrgb(image, file.profile());
    return image;
  }

  private static BufferedImage gif(byte[] bytes, PictureHeader header) throws IOException {
    Rectangle frame = new GifFile(new FileBytes(bytes)).firstFrame();
    int step = step(header.pixels(), 4);
    BufferedImage image =
        read(reader("gif", GIF_READER), bytes, new Rectangle(frame.getSize()), step);
    return Pixels.onCanvas(image, frame, header, step);
  }

  /** The library scales while it decodes. */
  private static BufferedImage webp(byte[] bytes, PictureHeader header) throws IOException {
    WebpFile file = new WebpFile(new FileBytes(bytes));
    Rectangle frame = file.frame();
    int step = step(header.pixels(), 4);
    WebPReadParam param = new WebPReadParam();
    param.setUseScaling(step > 1);
    param.setScaledWidth(parts(frame.width, step));
    param.setScaledHeight(parts(frame.height, step));
    ImageReader reader = new WebPImageReaderSpi().createReaderInstance(null);
    reader.setInput(new ByteArrayImageInputStream(file.still()));
    BufferedImage image = Pixels.standard(reader.read(0, param));
    ColorProfiles.toSrgb(image, file.profile());
    return Pixels.onCanvas(image, frame, header, step);
  }

  private static BufferedImage read(ImageReader reader, byte[] bytes, Rectangle size, int step)
      throws IOException {
    reader.setInput(new ByteArrayImageInputStream(bytes), true, true);
    // The limits were checked on the size that our own code found.
    if (reader.getWidth(0) != size.width || reader.getHeight(0) != size.height) {
      throw PictureRefused.damaged("The size of the picture is not clear.");
    }
    ImageReadParam param = reader.getDefaultReadParam();
    param.setSourceSubsampling(step, step, 0, 0);
    preferred(reader).ifPresent(param::setDestinationType);
    return Pixels.standard(reader.read(0, param));
  }

  /** A form that needs no conversion afterwards, if the reader has one. */
  private static Optional<ImageTypeSpecifier> preferred(ImageReader reader) throws IOException {
    Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
    while (types.hasNext()) {
      ImageTypeSpecifier type = types.next();
      if (type.getBufferedImageType() == BufferedImage.TYPE_3BYTE_BGR
          || type.getBufferedImageType() == BufferedImage.TYPE_INT_ARGB) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  private static int step(long pixels, int pixelBytes) {
    int step = 1;
    while (pixels * pixelBytes / ((long) step * step) > MOST_BYTES) {
      step++;
    }
    return step;
  }

  static int parts(int length, int step) {
    return (length + step - 1) / step;
  }

  private static ImageReader reader(String format, String className) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (reader.getClass().getName().equals(className)) {
        return reader;
      }
    }
    throw new IllegalStateException("Java has no " + className);
  }
}
