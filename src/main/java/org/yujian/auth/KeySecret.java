package org.yujian.auth;

import java.security.SecureRandom;
import java.util.Base64;
import org.yujian.shared.text.Sha256;

/** Secret of a key: {@code yj_} and 256 random bits, which need no hash slower than SHA-256. */
record KeySecret(String value) {

  static final String START = "yj_";
  private static final int PREFIX_LENGTH = 11;
  private static final int SHORTEST = START.length() + 32;
  private static final int LONGEST = START.length() + 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  static KeySecret random() {
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    return new KeySecret(START + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  /**
   * @throws IllegalArgumentException when too short for a plain hash, without the secret
   */
  static KeySecret chosen(String value) {
    boolean good = value.length() >= SHORTEST && value.matches("yj_[A-Za-z0-9_-]+");
    if (!good || value.length() > LONGEST) {
      throw new IllegalArgumentException(
          "yujian.admin-key (YUJIAN_ADMIN_KEY) must be yj_ and 32 to 128 random letters, digits, - or"
              + " _.\nMake one with: echo yj_$(openssl rand -hex 24)");
    }
    return new KeySecret(value);
  }

  /** First characters, which identify the key without revealing the secret. */
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
