package org.yujian.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.yujian.account.AccountService;
import org.yujian.auth.Audit;
import org.yujian.auth.AuditEvent;
import org.yujian.auth.Caller;
import org.yujian.delivery.SecretBox;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.RetryOnConflict;
import org.yujian.shared.web.IfMatch;

/**
 * Manages webhooks for the desk. A key with account limits sees those that are limited to its
 * accounts. Requests to receivers are made outside of transactions, see {@link WebhookChallenge}.
 */
@ApplicationScoped
public class WebhookService {

  static final int MOST = 100;

  private static final String THING = "webhook";

  private final WebhookRepository endpoints;
  private final AccountService accounts;
  private final WebhookChallenge challenge;
  private final SecretBox secrets;
  private final Audit audit;
  private final DatabaseClock clock;

  WebhookService(
      WebhookRepository endpoints,
      AccountService accounts,
      WebhookChallenge challenge,
      SecretBox secrets,
      Audit audit,
      DatabaseClock clock) {
    this.endpoints = endpoints;
    this.accounts = accounts;
    this.challenge = challenge;
    this.secrets = secrets;
    this.audit = audit;
    this.clock = clock;
  }

  /** A webhook whose receiver has returned the challenge. */
  record Prepared(WebhookSettings settings, WebhookSecret secret) {}

  @Transactional
  public DeskWebhookPage list(PageRequest page, Caller caller) {
    List<WebhookEndpoint> found = endpoints.page(one -> one.visibleTo(caller), page);
    return DeskWebhookPage.of(
        ItemPage.of(page, found, WebhookEndpoint::pageKey).map(DeskWebhook::of));
  }

  @Transactional
  public DeskWebhook read(UUID id, Caller caller) {
    return DeskWebhook.of(visible(id, caller));
  }

  @Transactional
  DeskWebhook read(UUID id, long expected, Caller caller) {
    WebhookEndpoint endpoint = visible(id, caller);
    require(expected, endpoint);
    return DeskWebhook.of(endpoint);
  }

  /**
   * Challenges the receiver; stores nothing.
   *
   * @throws Problem 422 {@code webhook-challenge-failed}
   */
  Prepared prepare(CreateWebhook request, Caller caller) {
    secrets.requireUsable();
    WebhookSettings settings = request.settings();
    check(settings, caller);
    Prepared prepared = new Prepared(settings, request.secret());
    challenge.send(settings.url(), List.of(prepared.secret()));
    return prepared;
  }

  @RetryOnConflict
  @Transactional
  IssuedWebhook create(Prepared prepared, Caller caller) {
    endpoints.lockAll();
    if (endpoints.count() >= MOST) {
      throw WebhookProblems.tooMany(MOST);
    }
    UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
    WebhookEndpoint endpoint =
        new WebhookEndpoint(id, prepared.settings(), caller.name(), clock.now());
    endpoint.algorithm = prepared.secret().algorithm();
    endpoint.secret = sealed(prepared.secret(), id);
    endpoints.persist(endpoint);
    DeskWebhook made = DeskWebhook.of(endpoint);
    audit.record(caller, new AuditEvent("webhook.create", THING, id, null, null, made));
    return new IssuedWebhook(made, prepared.secret().shown());
  }

  /**
   * Challenges the receiver if the edit names another one and the precondition holds. Not in a
   * transaction.
   */
  void prepareChange(UUID id, UnaryOperator<WebhookSettings> edit, long expected, Caller caller) {
    DeskWebhook now = read(id, expected, caller);
    WebhookSettings before =
        new WebhookSettings(
            now.url(),
            now.description(),
            Set.copyOf(now.events()),
            now.accounts() == null ? null : Set.copyOf(now.accounts()),
            now.state());
    WebhookSettings settings = edit.apply(before);
    check(settings, caller);
    if (!settings.url().equals(before.url())) {
      challenge.send(settings.url(), keys(id, caller));
    }
  }

  @RetryOnConflict
  @Transactional
  DeskWebhook change(UUID id, UnaryOperator<WebhookSettings> edit, long expected, Caller caller) {
    WebhookEndpoint endpoint = locked(id, caller);
    require(expected, endpoint);
    DeskWebhook before = DeskWebhook.of(endpoint);
    WebhookSettings settings = edit.apply(WebhookSettings.of(endpoint));
    endpoint.change(settings, clock.now());
    DeskWebhook after = DeskWebhook.of(endpoint);
    audit.record(caller, new AuditEvent("webhook.change", THING, id, null, before, after));
    return after;
  }

  @RetryOnConflict
  @Transactional
  void delete(UUID id, Caller caller) {
    WebhookEndpoint endpoint = locked(id, caller);
    endpoints.delete(endpoint);
    audit.record(
        caller, new AuditEvent("webhook.delete", THING, id, null, DeskWebhook.of(endpoint), null));
  }

  /** Makes a new secret; the current one signs, too, for {@link WebhookEndpoint#OVERLAP}. */
  @RetryOnConflict
  @Transactional
  IssuedWebhook rotate(UUID id, Caller caller) {
    secrets.requireUsable();
    WebhookEndpoint endpoint = locked(id, caller);
    DeskWebhook before = DeskWebhook.of(endpoint);
    WebhookSecret fresh = WebhookSecret.random(endpoint.algorithm);
    endpoint.rotate(sealed(fresh, id), clock.now());
    DeskWebhook after = DeskWebhook.of(endpoint);
    audit.record(caller, new AuditEvent("webhook.rotate", THING, id, null, before, after));
    return new IssuedWebhook(after, fresh.shown());
  }

  /** The secrets that sign now. */
  @Transactional
  List<WebhookSecret> keys(UUID id, Caller caller) {
    WebhookEndpoint endpoint = visible(id, caller);
    List<WebhookSecret> keys = new ArrayList<>();
    keys.add(opened(endpoint, endpoint.secret));
    if (endpoint.previousUntil != null && endpoint.previousUntil.isAfter(clock.now())) {
      keys.add(opened(endpoint, endpoint.previousSecret));
    }
    return keys;
  }

  private WebhookSecret opened(WebhookEndpoint endpoint, byte[] sealed) {
    secrets.requireUsable();
    return new WebhookSecret(endpoint.algorithm, secrets.open(sealed, endpoint.id.toString()));
  }

  private byte[] sealed(WebhookSecret secret, UUID id) {
    return secrets.seal(secret.bytes(), id.toString());
  }

  private void check(WebhookSettings settings, Caller caller) {
    if (!challenge.accepts(settings.url())) {
      throw WebhookProblems.badUrl();
    }
    if (!EventType.ALL.containsAll(settings.events())) {
      throw WebhookProblems.unknownEvent();
    }
    if (settings.accounts() == null) {
      caller.requireUnlimited();
      return;
    }
    for (UUID account : settings.accounts()) {
      caller.requireAccount(account, () -> WebhookProblems.accountNotFound(account));
      if (accounts.resolve(account.toString()).isEmpty()) {
        throw WebhookProblems.accountNotFound(account);
      }
    }
  }

  /** Throws 412 if somebody changed it meanwhile. */
  private void require(long expected, WebhookEndpoint endpoint) {
    IfMatch.require(
        expected,
        endpoint.version,
        endpoint.updatedAt,
        () -> audit.lastBy(endpoint.id).orElse(null));
  }

  private WebhookEndpoint visible(UUID id, Caller caller) {
    return endpoints
        .findByIdOptional(id)
        .filter(endpoint -> endpoint.visibleTo(caller))
        .orElseThrow(() -> WebhookProblems.notFound(id));
  }

  private WebhookEndpoint locked(UUID id, Caller caller) {
    return endpoints
        .lock(id)
        .filter(endpoint -> endpoint.visibleTo(caller))
        .orElseThrow(() -> WebhookProblems.notFound(id));
  }
}
