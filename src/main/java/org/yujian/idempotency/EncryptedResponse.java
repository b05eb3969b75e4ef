package org.yujian.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.spec.SecretKeySpec;
import org.yujian.shared.crypto.AesGcm;
import org.yujian.shared.crypto.HmacSha256;

/** Encrypts stored responses with a key made of the {@code Idempotency-Key}. */
final class EncryptedResponse {
  private static final byte[] NOTHING = new byte[0];

  private EncryptedResponse() {}

  static byte[] seal(byte[] content, String key, String context) {
    return AesGcm.seal(content, key(key, context), NOTHING);
  }

  static byte[] open(byte[] all, String key, String context) {
    try {
      return AesGcm.open(all, key(key, context), NOTHING);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a stored answer cannot be read", e);
    }
  }

  /** Encryption key of one caller and operation, different from the stored hash. */
  private static SecretKeySpec key(String key, String context) {
    byte[] bytes =
        HmacSha256.of(
            key.getBytes(StandardCharsets.UTF_8),
            ("yujian answer " + context).getBytes(StandardCharsets.UTF_8));
    return new SecretKeySpec(bytes, "AES");
  }
}
