package org.yujian.push;

import com.interaso.webpush.VapidKeys;
import com.interaso.webpush.WebPush;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import org.yujian.delivery.SecretBox;
import org.yujian.push.PushSubscriptionRepository.SealedKeys;
import org.yujian.shared.html.PushScripts;
import org.yujian.shared.order.StartupOrder;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.settings.Settings;
import org.yujian.shared.text.Base64Url;

/** The key pair of this installation (VAPID, RFC 8292), made once and the same on all nodes. */
@ApplicationScoped
class PushKeys {

  private static final String OWNER = "push_key";

  private final PushSubscriptionRepository repository;
  private final SecretBox secrets;
  private final PushScripts setting;
  private final Settings settings;
  private volatile WebPush known;

  PushKeys(
      PushSubscriptionRepository repository,
      SecretBox secrets,
      PushScripts setting,
      Settings settings) {
    this.repository = repository;
    this.secrets = secrets;
    this.setting = setting;
    this.settings = settings;
  }

  /** Push services refuse requests without a contact, so a missing one fails the start. */
  void onStart(@Observes @Priority(StartupOrder.CHECKS) StartupEvent start) {
    if (setting.enabled()) {
      contact();
    }
  }

  /** Whether this node sends notifications. */
  boolean usable() {
    return setting.enabled() && secrets.usable();
  }

  /**
   * @throws org.yujian.shared.problem.Problem {@code not-found} while notifications are off, {@code
   *     secret-key-mismatch} on a node with another secret key
   */
  void require() {
    requireEnabled();
    secrets.requireUsable();
  }

  void requireEnabled() {
    if (!setting.enabled()) {
      throw ProblemCode.NOT_FOUND.problem();
    }
  }

  /** The public key as browsers take it: {@code applicationServerKey} in Base64url. */
  String applicationServerKey() {
    return Base64Url.encode(webPush().getVapidKeys().getApplicationServerKey());
  }

  /** Encrypts and signs for the key pair; thread-safe. */
  WebPush webPush() {
    if (known == null) {
      VapidKeys made = VapidKeys.generate();
      byte[] secret = made.getPkcs8PrivateKey().getBytes(StandardCharsets.US_ASCII);
      SealedKeys stored =
          repository.stored(new SealedKeys(made.getX509PublicKey(), secrets.seal(secret, OWNER)));
      byte[] opened = secrets.open(stored.privateKey(), OWNER);
      known =
          new WebPush(
              contact(),
              VapidKeys.create(stored.publicKey(), new String(opened, StandardCharsets.US_ASCII)));
    }
    return known;
  }

  private String contact() {
    return settings
        .push()
        .contact()
        .filter(contact -> contact.matches("(mailto:[^\\s\"\\\\]+@|https://)[^\\s\"\\\\]+"))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "yujian.push.enabled needs yujian.push.contact (YUJIAN_PUSH_CONTACT), an"
                        + " address of your office for the makers of browsers:"
                        + " mailto:name@example.org or https://example.org/contact"));
  }
}
