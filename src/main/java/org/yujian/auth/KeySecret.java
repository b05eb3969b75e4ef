package org.yujian.auth;

import java.security.SecureRandom;
import java.util.Base64;
import org.yujian.shared.text.Sha256;

/**
 * The secret of a key: {@code yj_} and 256 random bits. Random enough that a plain SHA-256 of it
 * may be stored; a slow hash would only slow each request down.
 */
record KeySecret(String value) {

  static final String START = "yj_";
  private static final int PREFIX_LENGTH = 11;
  private static final SecureRandom RANDOM = new SecureRandom();

  static KeySecret random() {
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    return new KeySecret(START + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  /** Tells keys apart without giving them away. */
  String prefix() {
    return value.substring(0, Math.min(PREFIX_LENGTH, value.length()));
  }

  String sha256() {
    return Sha256.hex(value);
  }

  @Override
  public String toString() {
    return prefix() + "…";
  }
}
