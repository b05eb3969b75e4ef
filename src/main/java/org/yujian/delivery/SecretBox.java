package org.yujian.delivery;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.logging.Logger;
import org.yujian.shared.crypto.AesGcm;
import org.yujian.shared.files.OwnerFile;
import org.yujian.shared.order.StartupOrder;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.settings.Settings;

/**
 * Encrypts secrets that are stored in the database, with the key of the installation: {@code
 * yujian.secret-key} or, without it, the file {@code secret-key} in the data folder, which is
 * created at the first start.
 */
@ApplicationScoped
public class SecretBox {

  private static final Logger LOG = Logger.getLogger(SecretBox.class);
  private static final int KEY_BYTES = 32;
  private static final String CHECK = "secret_check";

  private final SecretCheckRepository check;
  private final SecretKey key;
  private volatile boolean usable;

  SecretBox(SecretCheckRepository check, Settings settings) {
    this.check = check;
    this.key = key(settings);
  }

  void onStart(@Observes @Priority(StartupOrder.CHECKS) StartupEvent start) {
    if (!usable()) {
      LOG.error(
          "The secret key of this node is not the one of the database: it sends no webhooks. Set"
              + " yujian.secret-key, or copy the file secret-key of the data folder, so that it is"
              + " the same on all nodes.");
    }
  }

  /** Whether this node has the key with which the secrets in the database are encrypted. */
  public boolean usable() {
    if (!usable) {
      byte[] known = CHECK.getBytes(StandardCharsets.UTF_8);
      usable = opens(check.stored(AesGcm.seal(known, key, known)), known);
    }
    return usable;
  }

  /**
   * @throws Problem 503 {@code secret-key-mismatch} when this node has another key than the others
   */
  public void requireUsable() {
    if (!usable()) {
      throw ProblemCode.SECRET_KEY_MISMATCH.problem();
    }
  }

  /**
   * @param owner what the secret belongs to, for example the id of its row; needed to open it
   */
  public byte[] seal(byte[] secret, String owner) {
    return AesGcm.seal(secret, key, owner.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws IllegalStateException when it was sealed with another key, or for another owner
   */
  public byte[] open(byte[] sealed, String owner) {
    try {
      return AesGcm.open(sealed, key, owner.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "The secret of " + owner + " was encrypted with another yujian.secret-key", e);
    }
  }

  private boolean opens(byte[] sealed, byte[] owner) {
    try {
      AesGcm.open(sealed, key, owner);
      return true;
    } catch (GeneralSecurityException otherKey) {
      LOG.debug("The check value cannot be opened", otherKey);
      return false;
    }
  }

  private static SecretKey key(Settings settings) {
    try {
      return new SecretKeySpec(bytes(text(settings)), "AES");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read or write the file secret-key", e);
    }
  }

  private static String text(Settings settings) throws IOException {
    if (settings.secretKey().isPresent()) {
      return settings.secretKey().get();
    }
    Path file = settings.dataDir().toAbsolutePath().normalize().resolve("secret-key");
    if (!Files.exists(file)) {
      byte[] random = new byte[KEY_BYTES];
      new SecureRandom().nextBytes(random);
      OwnerFile.write(file, Base64.getEncoder().encodeToString(random));
    }
    return Files.readString(file).strip();
  }

  private static byte[] bytes(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      bytes = new byte[0];
    }
    if (bytes.length != KEY_BYTES) {
      throw new IllegalStateException(
          "yujian.secret-key (YUJIAN_SECRET_KEY) must be 32 random bytes in Base64.\nMake one with:"
              + " openssl rand -base64 32");
    }
    return bytes;
  }
}
