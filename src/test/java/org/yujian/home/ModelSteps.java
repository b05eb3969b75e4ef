package org.yujian.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.yujian.testing.Client;
import org.yujian.testing.Client.Answer;

/** What may happen in a walk: each step asks some node as some device, and does it to the model. */
final class ModelSteps {
  private static final int MOST_OFFLINE = 400;

  /** Of the devices' clocks: nearly right, a month behind, a year ahead. */
  private static final List<Duration> SKEWS =
      List.of(Duration.ofSeconds(-2), Duration.ofDays(-30), Duration.ofDays(365));

  private final Random random;
  private final Consumer<String> told;
  private final ModelFeed feed = new ModelFeed();
  private final ModelDesk desk;
  private final ModelMarks marks;
  private final ModelChecks checks;
  private final ModelCopies copies;
  private final List<ModelDevice> devices = new ArrayList<>();
  private final List<ModelReader> readers = new ArrayList<>();

  /**
   * @param nodes asked for each request
   * @param told of what happens by the way
   */
  ModelSteps(Supplier<Client> nodes, Random random, Consumer<String> told) {
    this.random = random;
    this.told = told;
    desk = new ModelDesk(nodes, feed, random);
    marks = new ModelMarks(feed, random);
    checks = new ModelChecks(feed, random);
    copies = new ModelCopies(feed, checks, random);
    for (Duration skew : SKEWS) {
      devices.add(new ModelDevice(nodes, "phone " + devices.size(), skew));
    }
  }

  ModelDesk desk() {
    return desk;
  }

  /** Any device; one that is signed out comes back first. */
  ModelDevice device() {
    ModelDevice device = oneOf(devices);
    if (!device.isSignedUp()) {
      comeBack(device);
    }
    return device;
  }

  /** With the recovery code of somebody, or as somebody new who joins later. */
  private void comeBack(ModelDevice device) {
    if (readers.isEmpty() || random.nextInt(3) == 0) {
      ModelReader fresh = new ModelReader(feed);
      readers.add(fresh);
      device.signUp(fresh);
      told.accept(device + " signs up");
    } else {
      ModelReader known = oneOf(readers);
      device.recover(known, oneOf(known.recoveryCodes()));
      told.accept(device + " recovers " + readers.indexOf(known));
    }
  }

  String follow() {
    ModelDevice device = device();
    String account = oneOf(desk.accounts());
    Answer answer = device.client().put("/v1/me/follows/" + account, Map.of()).expect(200);
    Instant since = Instant.parse(answer.text("followedAt"));
    device.reader().follow(account, since, "");
    assertThat(since).isEqualTo(device.reader().follows().get(account).since);
    return device + " " + account;
  }

  /** The follow keeps the scene that it began with. */
  String scan() {
    ModelDevice device = device();
    String account = oneOf(desk.accounts());
    String scene = random.nextBoolean() ? "default" : "poster";
    String code =
        (random.nextBoolean() ? "https://feed.example/f/" : "") + desk.code(account, scene);
    Answer answer = device.client().post("/v1/me/scans", Map.of("code", code)).expect(200);
    boolean knew = device.reader().follows(account);
    assertThat(answer.text("outcome")).isEqualTo(knew ? "already-following" : "new-follow");
    assertThat(answer.text("scene")).isEqualTo(scene);
    Instant since = Instant.parse(checks.shownFollow(device, account).path("followedAt").asText());
    device.reader().follow(account, since, scene);
    return device + " " + account + " " + scene;
  }

  String mute() {
    ModelDevice device = device();
    if (device.reader().follows().isEmpty()) {
      return follow();
    }
    String account = oneOf(List.copyOf(device.reader().follows().keySet()));
    Map<String, Boolean> muted = Map.of("muted", random.nextBoolean());
    device.client().put("/v1/me/follows/" + account, muted).expect(200);
    device.reader().mute(account, muted.get("muted"));
    if (muted.get("muted")) {
      checks.isQuiet(device, account);
    }
    return device + " " + account + " " + muted;
  }

  String unfollow() {
    ModelDevice device = device();
    String account = oneOf(desk.accounts());
    device.client().delete("/v1/me/follows/" + account).expect(204);
    device.reader().unfollow(account);
    checks.isQuiet(device, account);
    return device + " " + account;
  }

  String mark() {
    ModelDevice device = device();
    List<ModelMarks.Op> ops = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      ops.add(marks.any(device));
    }
    marks.send(device, ops);
    return device + " " + ops;
  }

  /** Done while offline. */
  String note() {
    ModelDevice device = device();
    if (device.offline().size() >= MOST_OFFLINE) {
      return send();
    }
    device.offline().add(marks.any(device));
    return device.toString();
  }

  String send() {
    return sendOffline(device());
  }

  /** Once more where the answer is lost, and then in the order of the device or as it comes. */
  private String sendOffline(ModelDevice device) {
    List<ModelMarks.Op> ops = new ArrayList<>(device.offline());
    device.offline().clear();
    if (ops.isEmpty()) {
      return device + " nothing";
    }
    if (random.nextInt(4) == 0) {
      Collections.shuffle(ops, random);
    }
    int times = 1 + random.nextInt(2);
    for (int i = 0; i < times; i++) {
      marks.send(device, ops);
    }
    return String.format(Locale.ROOT, "%s %d x %s", device, times, ops);
  }

  String readUpTo() {
    ModelDevice device = device();
    List<String> some = new ArrayList<>(desk.accounts());
    Collections.shuffle(some, random);
    List<String> accounts = some.subList(0, 1 + random.nextInt(some.size()));
    return device + " " + marks.readUpTo(device, accounts) + " " + accounts;
  }

  /** The app is installed again, or its storage was cleared. */
  String restart() {
    ModelDevice device = device();
    device.copy().restart();
    return device.toString();
  }

  String sync() {
    return copies.some(device());
  }

  String refresh() {
    ModelDevice device = device();
    device.refresh(1 + random.nextInt(3));
    return device.toString();
  }

  /** Two devices become one reader's, if they are not; the answer may be lost once. */
  String join() {
    ModelDevice shows = device();
    ModelDevice types = device();
    Map<String, String> code =
        Map.of("code", shows.client().post("/v1/me/join-codes", Map.of()).expect(201).text("code"));
    if (shows.reader() == types.reader()) {
      types.client().post("/v1/me/join", code).expect(409);
      return "of one reader already";
    }
    int times = 1 + random.nextInt(2);
    for (int i = 0; i < times; i++) {
      types.client().post("/v1/me/join", code).expect(200);
    }
    ModelReader gone = types.reader();
    shows.reader().unite(gone);
    devices.stream()
        .filter(device -> device.reader() == gone)
        .forEach(device -> device.joined(shows.reader()));
    readers.remove(gone);
    return types + " into " + shows;
  }

  /** A device ends another one of its reader, or itself. */
  String revoke() {
    ModelDevice device = device();
    List<ModelDevice> same =
        devices.stream().filter(other -> other.reader() == device.reader()).toList();
    ModelDevice lost = oneOf(same);
    device.client().delete("/v1/me/devices/" + lost.id()).expect(204);
    lost.revoked();
    if (lost != device) {
      // The codes that the lost device made end with it.
      device.reader().recoveryCodes().clear();
      device
          .reader()
          .recoveryCodes()
          .add(
              device
                  .client()
                  .post("/v1/me/recovery-code", Map.of())
                  .expect(200)
                  .text("recoveryCode"));
    }
    return device + " ends " + lost;
  }

  /** What a device reads now, and its copy. */
  void check(ModelDevice device) {
    checks.personal(device);
    checks.home(device);
    copies.check(device);
  }

  /** All devices become one reader's, send what they have done, and each is looked at. */
  void end() {
    devices.stream().filter(device -> !device.isSignedUp()).forEach(this::comeBack);
    while (devices.stream().map(ModelDevice::reader).distinct().count() > 1) {
      told.accept(join());
    }
    devices.forEach(device -> told.accept(sendOffline(device)));
    devices.forEach(this::check);
  }

  private <T> T oneOf(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
