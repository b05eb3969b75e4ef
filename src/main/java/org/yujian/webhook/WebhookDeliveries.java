package org.yujian.webhook;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.yujian.auth.Audit;
import org.yujian.auth.AuditEvent;
import org.yujian.auth.Caller;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.Recurring;
import org.yujian.shared.transaction.RetryOnConflict;

/** Deliveries at the desk: what became of them, sending them again, tests. */
@ApplicationScoped
public class WebhookDeliveries {

  private static final Logger LOG = Logger.getLogger(WebhookDeliveries.class);
  private static final Duration KEPT = Duration.ofDays(30);
  private static final String THING = "webhook";

  private final WebhookService webhooks;
  private final DeliveryRepository deliveries;
  private final WebhookChallenge challenge;
  private final Audit audit;
  private final DatabaseClock clock;
  private final Recurring recurring =
      new Recurring(LOG, "Old deliveries cannot be deleted; retrying every hour");

  WebhookDeliveries(
      WebhookService webhooks,
      DeliveryRepository deliveries,
      WebhookChallenge challenge,
      Audit audit,
      DatabaseClock clock) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.challenge = challenge;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  public WebhookDeliveryPage list(UUID id, DeliveryState state, PageRequest page, Caller caller) {
    webhooks.read(id, caller);
    return WebhookDeliveryPage.of(
        ItemPage.of(page, deliveries.page(id, state, page), WebhookDelivery::key));
  }

  /** Sends one delivery again, with all its attempts. */
  @RetryOnConflict
  @Transactional
  WebhookDelivery replay(UUID id, UUID delivery, Caller caller) {
    DeskWebhook webhook = enabled(id, caller);
    deliveries.find(id, delivery).orElseThrow(() -> WebhookProblems.deliveryNotFound(delivery));
    deliveries.replay(id, delivery, Instant.EPOCH, clock.now(), clock.now());
    audit.record(caller, new AuditEvent("webhook.replay", THING, id, null, webhook, webhook));
    return deliveries.find(id, delivery).orElseThrow();
  }

  @RetryOnConflict
  @Transactional
  ReplayedDeliveries replay(UUID id, ReplayDeliveries range, Caller caller) {
    DeskWebhook webhook = enabled(id, caller);
    Instant now = clock.now();
    Instant until = range.until() == null ? now : range.until();
    int count = deliveries.replay(id, null, range.since(), until, now);
    audit.record(caller, new AuditEvent("webhook.replay", THING, id, null, webhook, webhook));
    return new ReplayedDeliveries(count);
  }

  /** Sends a test event at once. Not in a transaction. */
  WebhookAttempt test(UUID id, Caller caller) {
    return challenge.test(webhooks.read(id, caller).url(), webhooks.keys(id, caller));
  }

  @RetryOnConflict
  @Transactional
  WebhookAttempt tested(UUID id, WebhookAttempt attempt, Caller caller) {
    DeskWebhook webhook = webhooks.read(id, caller);
    audit.record(caller, new AuditEvent("webhook.test", THING, id, null, webhook, webhook));
    return attempt;
  }

  private DeskWebhook enabled(UUID id, Caller caller) {
    DeskWebhook webhook = webhooks.read(id, caller);
    if (!webhook.state().equals(WebhookEndpoint.ENABLED)) {
      throw WebhookProblems.disabled();
    }
    return webhook;
  }

  @Scheduled(every = "1h", delayed = "1m")
  void sweep() {
    recurring.run(this::deleteOld);
  }

  @Transactional
  int deleteOld() {
    return deliveries.deleteCreatedBefore(clock.now().minus(KEPT));
  }
}
