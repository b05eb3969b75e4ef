package org.yujian.syndication;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.yujian.delivery.DeliveryLoop;
import org.yujian.delivery.Lanes;
import org.yujian.delivery.OutgoingHttp;
import org.yujian.delivery.OutgoingRequest;
import org.yujian.delivery.OutgoingResult;
import org.yujian.delivery.SecretBox;
import org.yujian.shared.text.Base64Url;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.syndication.HubOutcome.End;
import org.yujian.syndication.HubTopics.Topic;

/** Calls subscribers: verifies intents, tells denials and sends content. */
@ApplicationScoped
class HubSender implements DeliveryLoop.Work<HubOutcome> {

  private static final Logger LOG = Logger.getLogger(HubSender.class);
  private static final int CHALLENGE_BYTES = 24;
  private static final String REASON = "The topic does not exist or has ended.";

  /** Requests and subscriptions, claimed at once. */
  private static final int HALF = DeliveryLoop.BATCH / 2;

  /** Contents in memory at a time: a feed can have a megabyte. */
  private static final int MOST_CONTENTS = 2 * HALF;

  /** A call with its topic of this moment. */
  private record Prepared(HubTask task, Topic topic) {}

  private final HubRepository hub;
  private final HubTopics topics;
  private final HubRequests requests;
  private final OutgoingHttp http;
  private final SecretBox secrets;
  private final DatabaseClock clock;
  private final Clock wall;
  private final SecureRandom random = new SecureRandom();
  private final MeterRegistry metrics;
  private final Lanes<String, Prepared> lanes = new Lanes<>(this::send, this::late);
  private final DeliveryLoop<HubOutcome> loop;

  /** Subscriptions that are claimed and not settled. */
  private int contents;

  HubSender(
      HubRepository hub,
      HubTopics topics,
      HubRequests requests,
      OutgoingHttp http,
      SecretBox secrets,
      DatabaseClock clock,
      Clock wall,
      MeterRegistry metrics,
      @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serving) {
    this.hub = hub;
    this.topics = topics;
    this.requests = requests;
    this.http = http;
    this.secrets = secrets;
    this.clock = clock;
    this.wall = wall;
    this.metrics = metrics;
    this.loop = new DeliveryLoop<>("websub", serving, this);
  }

  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  void look() {
    loop.look();
  }

  /** Calls until nothing is due; returns the number of settled calls. */
  int runOnce() {
    return loop.runOnce();
  }

  @Override
  public boolean ready() {
    return secrets.usable();
  }

  @Override
  public int begin() {
    List<HubTask> claimed = QuarkusTransaction.requiringNew().call(this::claim);
    loop.claimed(claimed.size());
    contents += contents(claimed.stream());
    Map<FeedTopic, Topic> asked = new HashMap<>();
    Map<FeedTopic, Topic> current = new HashMap<>();
    try {
      for (HubTask task : claimed) {
        if (task.mode() == HubMode.CONTENT) {
          current.computeIfAbsent(task.topic(), topics::content);
        } else {
          asked.computeIfAbsent(task.topic(), topics::find);
        }
      }
    } catch (RuntimeException away) {
      claimed.forEach(task -> loop.ended(HubOutcome.released(task)));
      throw away;
    }
    for (HubTask task : claimed) {
      prepare(task, (task.mode() == HubMode.CONTENT ? current : asked).get(task.topic()));
    }
    lanes.go();
    return claimed.size();
  }

  private List<HubTask> claim() {
    List<HubTask> claimed = new ArrayList<>(hub.claimRequests(HALF, clock.now()));
    int room = Math.min(HALF, MOST_CONTENTS - contents);
    if (room > 0) {
      claimed.addAll(hub.claimSubscriptions(room, clock.now()));
    }
    return claimed;
  }

  private static int contents(Stream<HubTask> tasks) {
    return (int) tasks.filter(task -> task.mode() == HubMode.CONTENT).count();
  }

  private void prepare(HubTask task, Topic topic) {
    if (!task.live()) {
      loop.ended(HubOutcome.of(task, End.REMOVED));
    } else if (task.mode() == HubMode.CONTENT && !topic.exists()) {
      loop.ended(HubOutcome.of(task, End.DENIED));
    } else if (task.mode() == HubMode.CONTENT && topic.hash().equals(task.sent())) {
      loop.ended(HubOutcome.delivered(task, task.sent()));
    } else {
      lanes.add(task.host(), new Prepared(task, topic), task.claimedAt());
    }
  }

  private void late(Prepared prepared) {
    loop.ended(HubOutcome.released(prepared.task()));
  }

  private CompletableFuture<OutgoingResult> send(Prepared prepared) {
    HubTask task = prepared.task();
    if (loop.stopping()) {
      late(prepared);
      return CompletableFuture.completedFuture(null);
    }
    byte[] bytes = new byte[CHALLENGE_BYTES];
    random.nextBytes(bytes);
    String challenge = Base64Url.encode(bytes);
    CompletableFuture<OutgoingResult> result;
    try {
      result = http.send(request(prepared, challenge));
    } catch (RuntimeException ours) {
      LOG.error("A subscriber of the hub cannot be called", ours);
      result = CompletableFuture.completedFuture(OutgoingResult.failed("internal", "see the log"));
    }
    return result.whenComplete((got, failure) -> loop.ended(outcome(prepared, challenge, got)));
  }

  /** Nobody may unsubscribe others, so that is verified for every topic. */
  private static boolean denied(Prepared prepared) {
    HubMode mode = prepared.task().mode();
    return mode == HubMode.DENIED || mode == HubMode.SUBSCRIBE && !prepared.topic().exists();
  }

  private OutgoingRequest request(Prepared prepared, String challenge) {
    HubTask task = prepared.task();
    if (task.mode() == HubMode.CONTENT) {
      byte[] secret =
          task.secret() == null
              ? null
              : secrets.open(task.secret(), HubTask.owner(task.topic(), task.callback()));
      return requests.content(task, prepared.topic().body(), secret);
    }
    return denied(prepared)
        ? requests.denial(task, REASON)
        : requests.verification(task, challenge);
  }

  private HubOutcome outcome(Prepared prepared, String challenge, OutgoingResult result) {
    HubTask task = prepared.task();
    double share = ThreadLocalRandom.current().nextDouble();
    if (task.mode() == HubMode.CONTENT) {
      return HubOutcome.ofContent(task, prepared.topic().hash(), result, wall.instant(), share);
    }
    UUID account = prepared.topic().account();
    return denied(prepared)
        ? HubOutcome.of(task, End.DROPPED)
        : HubOutcome.ofVerification(task, challenge, account, result, wall.instant(), share);
  }

  @Override
  public void settle(List<HubOutcome> outcomes) {
    hub.endRequests(some(outcomes, false, EnumSet.of(End.VERIFIED, End.DROPPED)), clock.now());
    hub.postponeRequests(some(outcomes, false, EnumSet.of(End.AGAIN)), clock.now());
    hub.settleSubscriptions(
        some(outcomes, true, EnumSet.of(End.AGAIN, End.DELIVERED, End.WAITING)), clock.now());
    hub.endSubscriptions(some(outcomes, true, EnumSet.of(End.REMOVED, End.DENIED)), clock.now());
  }

  private static List<HubOutcome> some(List<HubOutcome> all, boolean content, Set<End> ends) {
    return all.stream()
        .filter(outcome -> (outcome.task().mode() == HubMode.CONTENT) == content)
        .filter(outcome -> ends.contains(outcome.end()))
        .toList();
  }

  @Override
  public void settled(List<HubOutcome> outcomes) {
    contents -= contents(outcomes.stream().map(HubOutcome::task));
    for (HubOutcome outcome : outcomes) {
      Counter.builder("yujian.websub.calls")
          .description("Calls of subscribers by their kind and what followed")
          .tag("mode", outcome.task().mode().text())
          .tag("outcome", outcome.end().text())
          .register(metrics)
          .increment();
    }
  }

  void onStop(@Observes ShutdownEvent stop) throws InterruptedException {
    loop.stop();
  }
}
