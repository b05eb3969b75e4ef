package org.yujian.media;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A picture for clients: covers, avatars, pictures of follow targets and in bodies. A picture of
 * another server has only {@code url}, {@code alt} and {@code caption}.
 *
 * @param url address, with {@code {w}} in place of one of the widths
 * @param formats file endings that may take the place of the one in {@code url} and {@code covers},
 *     smallest files first
 * @param widths available widths, in pixels, ascending
 * @param width width of the whole picture, in pixels
 * @param height height of the whole picture, in pixels
 * @param covers the picture cut for lists
 * @param animation address of the moving picture, where {@code url} shows its first frame
 * @param placeholder a color ({@code #rrggbb}) to show while the picture loads
 * @param thumbHash a blurred preview: ThumbHash, in Base64
 * @param focal point to keep when cropping: x and y from 0 to 1
 * @param alt text for people who cannot see the picture
 * @param caption text shown with the picture
 */
@Schema(name = "Picture", requiredProperties = "url")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Picture(
    String url,
    List<String> formats,
    List<Integer> widths,
    Integer width,
    Integer height,
    Covers covers,
    String animation,
    String placeholder,
    String thumbHash,
    List<Double> focal,
    String alt,
    String caption) {

  /**
   * A picture cut around its focal point.
   *
   * @param wide address of the form 2.35:1, with {@code {w}} in place of one of the widths
   * @param square address of the square form, with {@code {w}} in place of one of the widths
   * @param widths widths of both, in pixels, ascending
   */
  @Schema(
      name = "PictureCovers",
      requiredProperties = {"wide", "square", "widths"})
  public record Covers(String wide, String square, List<Integer> widths) {}

  public Picture {
    formats = formats == null ? null : List.copyOf(formats);
    widths = widths == null ? List.of() : List.copyOf(widths);
  }

  /** A picture by its address only: of another server, or one that a client names. */
  public static Picture at(String url, String alt) {
    return new Picture(url, null, List.of(), null, null, null, null, null, null, null, alt, null);
  }

  /** The same picture with other texts. */
  public Picture with(String otherAlt, String otherCaption) {
    return new Picture(
        url,
        formats,
        widths,
        width,
        height,
        covers,
        animation,
        placeholder,
        thumbHash,
        focal,
        otherAlt,
        otherCaption);
  }

  /** URL of the smallest picture that is at least this wide, or of the widest available one. */
  public String at(int pixels) {
    return url == null || widths.isEmpty() ? url : at(url, widths, pixels);
  }

  /** Like {@link #at(int)} for the wide cover; the whole picture without one. */
  public String wideAt(int pixels) {
    return covers == null ? at(pixels) : at(covers.wide(), covers.widths(), pixels);
  }

  /** Like {@link #wideAt} for the square cover. */
  public String squareAt(int pixels) {
    return covers == null ? at(pixels) : at(covers.square(), covers.widths(), pixels);
  }

  private static String at(String url, List<Integer> widths, int pixels) {
    int best =
        widths.stream()
            .filter(offered -> offered >= pixels)
            .min(Integer::compare)
            .orElseGet(() -> Collections.max(widths));
    return url.replace("{w}", Integer.toString(best));
  }
}
