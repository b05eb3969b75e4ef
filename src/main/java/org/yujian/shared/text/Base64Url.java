package org.yujian.shared.text;

import java.util.Base64;

/** Base64url without padding (RFC 4648) for opaque tokens; equal bytes have only one text. */
public final class Base64Url {
  private Base64Url() {}

  public static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * Reads the result of {@link #encode}. Java's decoder would also accept padding and spare bits,
   * so that several texts would be the same token.
   *
   * @throws IllegalArgumentException for any other text
   */
  public static byte[] decode(String text) {
    byte[] bytes = Base64.getUrlDecoder().decode(text);
    if (!encode(bytes).equals(text)) {
      throw new IllegalArgumentException("padding or spare bits");
    }
    return bytes;
  }
}
