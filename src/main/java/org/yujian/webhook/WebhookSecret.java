package org.yujian.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * What an endpoint's events are signed with: an HMAC key that the receiver has too, or a private
 * Ed25519 key (RFC 8032) of which the receiver has the public half.
 *
 * @param bytes the HMAC key, or the private key of 32 bytes followed by the public key
 */
record WebhookSecret(String algorithm, byte[] bytes) {

  static final String HMAC = "hmac-sha256";
  static final String ED25519 = "ed25519";

  private static final int KEY_BYTES = 32;

  /** A new secret; {@code algorithm} is {@link #HMAC} or {@link #ED25519}. */
  static WebhookSecret random(String algorithm) {
    if (algorithm.equals(ED25519)) {
      return ed25519();
    }
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return new WebhookSecret(HMAC, key);
  }

  private static WebhookSecret ed25519() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      byte[] secret = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
      // The encoding (RFC 8410) ends with the key itself.
      byte[] encoded = pair.getPublic().getEncoded();
      byte[] both = Arrays.copyOf(secret, 2 * KEY_BYTES);
      System.arraycopy(encoded, encoded.length - KEY_BYTES, both, KEY_BYTES, KEY_BYTES);
      return new WebhookSecret(ED25519, both);
    } catch (GeneralSecurityException everyJavaCan) {
      throw new IllegalStateException(everyJavaCan);
    }
  }

  /** What the receiver needs: {@code whsec_…} to keep secret, or the public key {@code whpk_…}. */
  String shown() {
    boolean hmac = algorithm.equals(HMAC);
    byte[] part = hmac ? bytes : Arrays.copyOfRange(bytes, KEY_BYTES, 2 * KEY_BYTES);
    return (hmac ? "whsec_" : "whpk_") + Base64.getEncoder().encodeToString(part);
  }

  /**
   * One signature of the header {@code webhook-signature}.
   *
   * @param seconds Unix time, as in {@code webhook-timestamp}
   */
  String sign(String id, long seconds, String body) {
    try {
      return algorithm.equals(HMAC)
          ? new Webhook(bytes).sign(id, seconds, body)
          : "v1a," + Base64.getEncoder().encodeToString(signed(id + "." + seconds + "." + body));
    } catch (EmptyWebhookSecretException | WebhookSigningException | GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign", e);
    }
  }

  private byte[] signed(String content) throws GeneralSecurityException {
    EdECPrivateKeySpec key =
        new EdECPrivateKeySpec(NamedParameterSpec.ED25519, Arrays.copyOf(bytes, KEY_BYTES));
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(KeyFactory.getInstance("Ed25519").generatePrivate(key));
    signature.update(content.getBytes(StandardCharsets.UTF_8));
    return signature.sign();
  }

  /** Omits the secret, because this text may reach a log. */
  @Override
  public String toString() {
    return "WebhookSecret[" + algorithm + "]";
  }
}
