package org.yujian.media.rendering;

/** Thrown when a file cannot become a picture. The message says what its owner can do. */
public final class PictureRefused extends RuntimeException {

  public static final String UNSUPPORTED = "unsupported-picture";
  public static final String DAMAGED = "picture-damaged";
  public static final String TOO_LARGE = "picture-too-large";

  private static final long serialVersionUID = 1L;

  private final String code;

  public PictureRefused(String code, String text) {
    super(text);
    this.code = code;
  }

  static PictureRefused damaged(String what) {
    return new PictureRefused(
        DAMAGED, what + " Open it in a picture editor, save it as JPEG or PNG and send that file.");
  }

  /** One of {@link #UNSUPPORTED}, {@link #DAMAGED} and {@link #TOO_LARGE}. */
  public String code() {
    return code;
  }
}
