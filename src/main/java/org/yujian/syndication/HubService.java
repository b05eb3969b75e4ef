package org.yujian.syndication;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import org.jboss.logging.Logger;
import org.yujian.delivery.OutgoingHttp;
import org.yujian.delivery.SecretBox;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.Recurring;
import org.yujian.shared.transaction.RetryOnConflict;

/** Takes requests of subscribers, which are verified later, and ends expired subscriptions. */
@ApplicationScoped
class HubService {

  private static final Logger LOG = Logger.getLogger(HubService.class);

  /** Requests and subscriptions of one host, and of all. */
  static final int MOST_OF_HOST = 1_000;

  static final int MOST = 20_000;

  private static final String RETRY_SECONDS = "3600";

  private final HubRepository hub;
  private final OutgoingHttp http;
  private final SecretBox secrets;
  private final FeedLinks links;
  private final DatabaseClock clock;
  private final Recurring recurring =
      new Recurring(LOG, "Expired subscriptions cannot be deleted; retrying in ten minutes");

  HubService(
      HubRepository hub,
      OutgoingHttp http,
      SecretBox secrets,
      FeedLinks links,
      DatabaseClock clock) {
    this.hub = hub;
    this.http = http;
    this.secrets = secrets;
    this.links = links;
    this.clock = clock;
  }

  /**
   * Stores a request. Limits are exact only without concurrent requests.
   *
   * @throws Problem 422 for a field that is wrong, 503 {@code overloaded} at a limit
   */
  @RetryOnConflict
  @Transactional
  void accept(HubRequest.Form form) {
    HubRequest request = HubRequest.of(form, links.link(""), http::accepts);
    HubRepository.Load load = hub.load(request);
    if (load.all() >= MOST || load.ofHost() >= MOST_OF_HOST) {
      throw ProblemCode.OVERLOADED.problem().header("Retry-After", RETRY_SECONDS);
    }
    hub.add(request, sealed(request), clock.now());
  }

  private byte[] sealed(HubRequest request) {
    if (request.secret() == null) {
      return null;
    }
    secrets.requireUsable();
    return secrets.seal(
        request.secret().getBytes(StandardCharsets.UTF_8),
        HubTask.owner(request.topic(), request.callback()));
  }

  @Scheduled(every = "10m", delayed = "1m")
  void sweep() {
    recurring.run(this::deleteExpired);
  }

  @Transactional
  int deleteExpired() {
    return hub.deleteExpired(clock.now());
  }
}
