package org.yujian.media.rendering;

import java.util.List;
import java.util.Locale;

/** Recognizes what a file is by its first bytes; its name and media type may be wrong. */
final class PictureType {

  private static final String SAVE_AGAIN = " Save it as JPEG, PNG, GIF or WebP and send that file.";

  private static final int TEXT_START = 1_000;

  private static final List<String> AVIF = List.of("avif", "avis");
  private static final List<String> HEIC =
      List.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");

  private PictureType() {}

  /** The header of a file that is within the limits. */
  static PictureHeader checked(byte[] bytes) {
    PictureLimits.checkLength(bytes.length);
    PictureHeader header = header(new FileBytes(bytes));
    PictureLimits.check(header);
    return header;
  }

  private static PictureHeader header(FileBytes file) {
    if (file.size() == 0) {
      throw new PictureRefused(PictureRefused.DAMAGED, "The file is empty. Send it again.");
    }
    if (file.hasAscii(0, "\u00FF\u00D8\u00FF")) {
      return JpegFile.header(file);
    }
    if (file.hasAscii(0, PngFile.SIGNATURE)) {
      return new PngFile(file).header();
    }
    if (file.hasAscii(0, "GIF87a") || file.hasAscii(0, "GIF89a")) {
      return new GifFile(file).header();
    }
    if (file.hasAscii(0, "RIFF") && file.hasAscii(8, "WEBP")) {
      return new WebpFile(file).header();
    }
    throw new PictureRefused(PictureRefused.UNSUPPORTED, advice(file));
  }

  private static String advice(FileBytes file) {
    if (file.hasAscii(4, "ftyp") && file.size() >= 12) {
      return container(file.ascii(8, 4));
    }
    if (file.hasAscii(0, "BM")) {
      return "BMP pictures are not supported." + SAVE_AGAIN;
    }
    if (file.hasAscii(0, "II*\0") || file.hasAscii(0, "MM\0*")) {
      return "TIFF pictures and raw pictures of cameras are not supported." + SAVE_AGAIN;
    }
    if (file.hasAscii(0, "8BPS")) {
      return "Photoshop files (PSD) are not supported. Export the picture as JPEG or PNG: in"
          + " Photoshop, File > Export > Export As….";
    }
    if (file.hasAscii(0, "%PDF")) {
      return "A PDF is a document, not a picture. Export the page as PNG or JPEG.";
    }
    String text = file.ascii(0, Math.min(file.size(), TEXT_START)).toLowerCase(Locale.ROOT);
    if (text.contains("<svg")) {
      return "SVG pictures are not supported, because they can contain programs. Export the"
          + " drawing as PNG, at least 1,920 pixels wide.";
    }
    return "The file is not a picture of a known type." + SAVE_AGAIN;
  }

  private static String container(String brand) {
    if (AVIF.contains(brand)) {
      return "AVIF pictures are not supported." + SAVE_AGAIN;
    }
    if (HEIC.contains(brand)) {
      return "HEIC pictures are not supported. Save it as JPEG: on an iPhone, Settings > Camera >"
          + " Formats > Most Compatible takes new photos as JPEG, and a photo that is sent by mail"
          + " or opened on a computer can be exported as JPEG.";
    }
    return "A video is not a picture. Send a frame of it as JPEG or PNG.";
  }
}
