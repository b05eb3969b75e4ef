package org.yujian.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.yujian.shared.time.DatabaseClock;

/** For tests of the hub through the running program, with a subscriber on this machine. */
abstract class HubTests extends OpenFeedTest {
  static final String ACCOUNT_TOPIC = "/feeds/accounts/yuyuan.atom";
  static final String ALL = "/feeds/all.json";
  static final String SUBSCRIPTIONS = "websub_subscription";
  static final String REQUESTS = "websub_request";

  @Inject HubFeed feed;
  @Inject HubSender sender;
  @Inject FeedLinks links;
  @Inject DatabaseClock clock;

  HubSubscriber subscriber;
  private Duration step = Duration.ZERO;

  @BeforeEach
  void open() {
    subscriber = new HubSubscriber();
    // The position is stored.
    feed.runOnce();
  }

  @AfterEach
  void close() {
    clock.stepTo(Duration.ZERO);
    subscriber.close();
  }

  final Response ask(String mode, String topic, String callback, Map<String, Object> more) {
    Map<String, Object> form = new HashMap<>(more);
    form.put("hub.mode", mode);
    form.put("hub.topic", links.link(topic));
    form.put("hub.callback", callback);
    return anyone()
        .noFilters()
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParams(form)
        .post("/feeds/hub");
  }

  final void subscribe(String topic, String path, Map<String, Object> more) {
    assertThat(ask("subscribe", topic, subscriber.url(path), more).statusCode()).isEqualTo(202);
    sender.runOnce();
  }

  final void subscribe(String topic, String path) {
    subscribe(topic, path, Map.of());
  }

  final void later(Duration time) {
    step = step.plus(time);
    clock.stepTo(step);
  }

  /** Reads the log and sends what is due after a burst. */
  final void deliver() {
    feed.runOnce();
    later(HubFeed.BURST.plusSeconds(1));
    sender.runOnce();
  }
}
