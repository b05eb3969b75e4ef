package org.yujian.editing;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.yujian.shared.crypto.HmacSha256;
import org.yujian.shared.text.Base64Url;

/** A draft and an expiry time, signed with HMAC-SHA256 (RFC 2104), for a preview link. */
record PreviewToken(UUID article, UUID draft, Instant expiresAt) {

  private static final int CONTENT = 5 * Long.BYTES;
  private static final int SIGNATURE = 16;

  String signed(byte[] secret) {
    byte[] content =
        ByteBuffer.allocate(CONTENT)
            .putLong(article.getMostSignificantBits())
            .putLong(article.getLeastSignificantBits())
            .putLong(draft.getMostSignificantBits())
            .putLong(draft.getLeastSignificantBits())
            .putLong(expiresAt.getEpochSecond())
            .array();
    byte[] token = Arrays.copyOf(content, CONTENT + SIGNATURE);
    System.arraycopy(signature(content, secret), 0, token, CONTENT, SIGNATURE);
    return Base64Url.encode(token);
  }

  /** Parses a token; empty if malformed or the signature is wrong. */
  static Optional<PreviewToken> read(String text, byte[] secret) {
    byte[] token;
    try {
      token = Base64Url.decode(text);
    } catch (IllegalArgumentException garbage) {
      return Optional.empty();
    }
    if (token.length != CONTENT + SIGNATURE) {
      return Optional.empty();
    }
    byte[] content = Arrays.copyOf(token, CONTENT);
    byte[] signed = Arrays.copyOfRange(token, CONTENT, token.length);
    if (!MessageDigest.isEqual(signed, signature(content, secret))) {
      return Optional.empty();
    }
    ByteBuffer in = ByteBuffer.wrap(content);
    UUID article = new UUID(in.getLong(), in.getLong());
    UUID draft = new UUID(in.getLong(), in.getLong());
    return Optional.of(new PreviewToken(article, draft, Instant.ofEpochSecond(in.getLong())));
  }

  private static byte[] signature(byte[] content, byte[] secret) {
    return Arrays.copyOf(HmacSha256.of(secret, content), SIGNATURE);
  }
}
