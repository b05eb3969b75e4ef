package org.yujian.reader;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yujian.shared.crypto.HmacSha256;
import org.yujian.shared.text.Sha256;

/**
 * A refresh token: {@code yr_}, 128 random bits that all tokens of a device share, and 256 bits
 * that differ. The next token and the access token are HMACs (RFC 2104, SHA-256) of a random salt,
 * keyed with this token: nobody can compute them without both.
 */
record RefreshToken(String value) {

  static final String START = "yr_";

  static final String ACCESS = "ya_";

  private static final int FAMILY_BYTES = 16;
  private static final int OWN_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final int FAMILY_END = START.length() + 22;
  private static final Pattern FORM = Pattern.compile("yr_[A-Za-z0-9_-]{65}");
  private static final SecureRandom RANDOM = new SecureRandom();

  /** The first token of a new device. */
  static RefreshToken random() {
    return new RefreshToken(START + text(bytes(FAMILY_BYTES)) + text(bytes(OWN_BYTES)));
  }

  static Optional<RefreshToken> of(String text) {
    return Optional.ofNullable(text)
        .filter(given -> FORM.matcher(given).matches())
        .map(RefreshToken::new);
  }

  static byte[] salt() {
    return bytes(SALT_BYTES);
  }

  RefreshToken successor(byte[] salt) {
    return new RefreshToken(value.substring(0, FAMILY_END) + hmac("refresh", salt));
  }

  String access(byte[] salt) {
    return ACCESS + hmac("access", salt);
  }

  String familySha256() {
    return Sha256.hex(value.substring(0, FAMILY_END));
  }

  String sha256() {
    return Sha256.hex(value);
  }

  @Override
  public String toString() {
    return START + "…";
  }

  private String hmac(String purpose, byte[] salt) {
    byte[] key = value.getBytes(StandardCharsets.US_ASCII);
    return text(HmacSha256.of(key, purpose.getBytes(StandardCharsets.US_ASCII), salt));
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
