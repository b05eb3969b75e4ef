package org.yujian.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import org.yujian.testing.Client;
import org.yujian.testing.Client.Answer;
import org.yujian.testing.Nodes;

/** Random steps of three devices and a desk on two nodes, each of them done to the model too. */
final class ModelWalk {
  private static final int ACCOUNTS = 6;
  private static final int DEVICES = 3;
  private static final int REMEMBERED = 30;
  private static final int STEPS_PER_CHECK = 25;
  private static final int MOST_TOLD = 240;
  private static final int MOST_OFFLINE = 400;

  /** Of the devices' clocks: nearly right, a month behind, a year ahead. */
  private static final List<Duration> SKEWS =
      List.of(Duration.ofSeconds(-2), Duration.ofDays(-30), Duration.ofDays(365));

  /** What may happen, and how often. */
  enum Step {
    PUBLISH(12, walk -> walk.desk.publish()),
    CORRECT(4, walk -> walk.desk.correct()),
    WITHDRAW(3, walk -> walk.desk.withdraw()),
    REPUBLISH(1, walk -> walk.desk.republish()),
    FOLLOW(12, ModelWalk::follow),
    MUTE(5, ModelWalk::mute),
    UNFOLLOW(5, ModelWalk::unfollow),
    MARK(14, ModelWalk::mark),
    NOTE(14, ModelWalk::note),
    SEND(4, ModelWalk::send),
    READ_UP_TO(4, ModelWalk::readUpTo),
    SYNC(14, walk -> walk.copies.some(walk.device())),
    RESTART(1, ModelWalk::restart),
    REFRESH(2, ModelWalk::refresh),
    JOIN(2, ModelWalk::join),
    REVOKE(1, ModelWalk::revoke);

    private final int often;
    private final Function<ModelWalk, String> action;

    Step(int often, Function<ModelWalk, String> action) {
      this.often = often;
      this.action = action;
    }
  }

  private static final List<Step> CHANCES = chances();

  private final long seed;
  private final Random random;
  private final ModelFeed feed = new ModelFeed();
  private final ModelDesk desk;
  private final ModelMarks marks;
  private final ModelChecks checks;
  private final ModelCopies copies;
  private final List<ModelDevice> devices = new ArrayList<>();
  private final List<ModelReader> readers = new ArrayList<>();
  private final Map<Step, Integer> done = new EnumMap<>(Step.class);
  private final Deque<String> last = new ArrayDeque<>();

  ModelWalk(Nodes nodes, long seed) {
    this.seed = seed;
    random = new Random(seed);
    Supplier<Client> any = () -> nodes.client(random.nextInt(2));
    desk = new ModelDesk(any, feed, random);
    marks = new ModelMarks(feed, random);
    checks = new ModelChecks(feed, random);
    copies = new ModelCopies(feed, checks, random);
    for (int i = 0; i < DEVICES; i++) {
      devices.add(new ModelDevice(any, "phone " + i, SKEWS.get(i)));
    }
  }

  private static List<Step> chances() {
    List<Step> all = new ArrayList<>();
    for (Step step : Step.values()) {
      for (int i = 0; i < step.often; i++) {
        all.add(step);
      }
    }
    return all;
  }

  /** All steps, then everything is looked at; what went wrong carries the last steps. */
  ModelWalk go(int steps) {
    int step = 0;
    try {
      desk.open("w" + Long.toString(seed, Character.MAX_RADIX).replace('-', 'n'), ACCOUNTS);
      while (step++ < steps) {
        one();
        if (step % STEPS_PER_CHECK == 0) {
          check(device());
        }
      }
      end();
      return this;
    } catch (AssertionError | RuntimeException wrong) {
      String told =
          "-Dmodel.seed=%d, step %d, after%n  %s%n"
              .formatted(seed, step, String.join("\n  ", last));
      throw new AssertionError(told + wrong.getMessage(), wrong);
    }
  }

  private void check(ModelDevice device) {
    checks.personal(device);
    checks.home(device);
    copies.check(device);
  }

  private void one() {
    Step step = CHANCES.get(random.nextInt(CHANCES.size()));
    tell(step.toString());
    String what = last.removeLast() + " " + step.action.apply(this);
    last.add(what.length() < MOST_TOLD ? what : what.substring(0, MOST_TOLD) + "…");
    done.merge(step, 1, Integer::sum);
  }

  private void tell(String what) {
    last.add(what);
    if (last.size() > REMEMBERED) {
      last.remove();
    }
  }

  /** Any device; one that is signed out comes back first. */
  private ModelDevice device() {
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
      tell(device + " signs up");
    } else {
      ModelReader known = oneOf(readers);
      device.recover(known, oneOf(known.recoveryCodes()));
      tell(device + " recovers " + readers.indexOf(known));
    }
  }

  private String follow() {
    ModelDevice device = device();
    String account = oneOf(desk.accounts());
    Answer answer = device.client().put("/v1/me/follows/" + account, Map.of()).expect(200);
    Instant since = Instant.parse(answer.text("followedAt"));
    device.reader().follow(account, since, "");
    assertThat(since).isEqualTo(device.reader().follows().get(account).since);
    return device + " " + account;
  }

  private String mute() {
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

  private String unfollow() {
    ModelDevice device = device();
    String account = oneOf(desk.accounts());
    device.client().delete("/v1/me/follows/" + account).expect(204);
    device.reader().unfollow(account);
    checks.isQuiet(device, account);
    return device + " " + account;
  }

  private String mark() {
    ModelDevice device = device();
    List<ModelMarks.Op> ops = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      ops.add(marks.any(device));
    }
    marks.send(device, ops);
    return device + " " + ops;
  }

  /** Done while offline. */
  private String note() {
    ModelDevice device = device();
    if (device.offline().size() >= MOST_OFFLINE) {
      return send();
    }
    device.offline().add(marks.any(device));
    return device.toString();
  }

  private String send() {
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
    return "%s %d x %s".formatted(device, times, ops);
  }

  private String readUpTo() {
    ModelDevice device = device();
    List<String> some = new ArrayList<>(desk.accounts());
    Collections.shuffle(some, random);
    List<String> accounts = some.subList(0, 1 + random.nextInt(some.size()));
    return device + " " + marks.readUpTo(device, accounts) + " " + accounts;
  }

  /** The app is installed again, or its storage was cleared. */
  private String restart() {
    ModelDevice device = device();
    device.copy().restart();
    return device.toString();
  }

  private String refresh() {
    ModelDevice device = device();
    device.refresh(1 + random.nextInt(3));
    return device.toString();
  }

  /** Two devices become one reader's, if they are not; the answer may be lost once. */
  private String join() {
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
  private String revoke() {
    ModelDevice device = device();
    List<ModelDevice> same =
        devices.stream().filter(other -> other.reader() == device.reader()).toList();
    ModelDevice lost = oneOf(same);
    device.client().delete("/v1/me/devices/" + lost.id()).expect(204);
    lost.revoked();
    return device + " ends " + lost;
  }

  /** All devices become one reader's, and each is looked at. */
  private void end() {
    while (devices.stream().map(ModelDevice::reader).distinct().count() > 1) {
      tell(join());
    }
    for (ModelDevice device : devices) {
      sendOffline(device);
    }
    devices.forEach(this::check);
  }

  private <T> T oneOf(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  @Override
  public String toString() {
    return "seed %d: %s".formatted(seed, done);
  }
}
