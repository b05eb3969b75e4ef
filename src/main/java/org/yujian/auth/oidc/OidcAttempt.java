package org.yujian.auth.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import org.yujian.shared.crypto.HmacSha256;
import org.yujian.shared.text.Base64Url;

/**
 * One attempt to sign in. The secret stays in a cookie of the browser; state, nonce and PKCE
 * verifier are HMACs of it, so that none of them tells another one.
 *
 * @param to page that is shown afterwards
 */
public record OidcAttempt(String secret, String to) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;
  private static final String SEPARATOR = ".";

  public static OidcAttempt begin(String to) {
    byte[] random = new byte[BYTES];
    RANDOM.nextBytes(random);
    return new OidcAttempt(Base64Url.encode(random), to);
  }

  /** The attempt of a browser that comes back; empty when it did not begin this one. */
  public static Optional<OidcAttempt> resume(String secret, String state) {
    try {
      String to = state.substring(state.indexOf(SEPARATOR) + 1);
      OidcAttempt attempt = new OidcAttempt(secret, new String(Base64Url.decode(to), UTF_8));
      boolean same = MessageDigest.isEqual(attempt.state().getBytes(UTF_8), state.getBytes(UTF_8));
      return same ? Optional.of(attempt) : Optional.empty();
    } catch (IllegalArgumentException noState) {
      return Optional.empty();
    }
  }

  String state() {
    return derived("state " + to) + SEPARATOR + Base64Url.encode(to.getBytes(UTF_8));
  }

  String nonce() {
    return derived("nonce");
  }

  String verifier() {
    return derived("verifier");
  }

  private String derived(String purpose) {
    return Base64Url.encode(HmacSha256.of(secret.getBytes(UTF_8), purpose.getBytes(UTF_8)));
  }

  /** Omits the secret, because this text may reach a log. */
  @Override
  public String toString() {
    return "OidcAttempt[" + to + "]";
  }
}
