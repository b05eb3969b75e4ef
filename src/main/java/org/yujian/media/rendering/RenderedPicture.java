package org.yujian.media.rendering;

import java.util.List;
import java.util.Map;

/**
 * Renditions of a picture and facts about it.
 *
 * @param mediaType of the uploaded file
 * @param width of the whole picture in pixels, after the orientation is applied
 * @param height of the whole picture in pixels, after the orientation is applied
 * @param widths of the renditions of the whole picture, ascending
 * @param placeholder average color, {@code #rrggbb}
 * @param thumbHash a blurred preview: ThumbHash in Base64
 * @param qrText text of the QR code in the picture, or null
 * @param animated whether {@code animation.gif} is among the files
 * @param files by name: {@code 640.jpg}, {@code 640.webp}, {@code wide-640.jpg}, {@code
 *     square-640.webp}, {@code animation.gif}; the number is the width in pixels
 */
public record RenderedPicture(
    String mediaType,
    int width,
    int height,
    List<Integer> widths,
    String placeholder,
    String thumbHash,
    String qrText,
    boolean animated,
    Map<String, byte[]> files) {

  public RenderedPicture {
    widths = List.copyOf(widths);
  }
}
