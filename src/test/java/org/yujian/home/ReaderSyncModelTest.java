package org.yujian.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.change.Tailer;
import org.yujian.testing.Client;
import org.yujian.testing.DeskTest;
import org.yujian.testing.Phone;
import org.yujian.testing.RandomEditor;
import org.yujian.testing.Seed;
import org.yujian.testing.SyncedPhone;
import org.yujian.testing.Together;

/**
 * An office publishes, readers follow and mark, devices join each other, and their copies are
 * brought up to date by pages of any size that end anywhere: in the end each copy is what the
 * database says. {@code -DreaderSync.steps} for a longer walk.
 */
@QuarkusTest
class ReaderSyncModelTest extends DeskTest {
  private static final int STEPS = Integer.getInteger("readerSync.steps", 160);
  private static final int DEVICES = 4;

  @Inject Tailer tailer;

  @TestHTTPResource("/")
  URI base;

  /** One device; what it asks goes through a client, which is faster. */
  private record Device(Phone phone, Client client, SyncedPhone copy) {}

  private final List<Device> devices = new CopyOnWriteArrayList<>();
  private Client office;
  private RandomEditor editor;

  @BeforeEach
  void prepare() {
    office = new Client(base, adminKey());
    editor = new RandomEditor(office, List.of("a", "b", "c"), List.of("x", "y"));
    editor.prepare();
    // One that has more articles than a follow brings.
    new Archive(tables()).add(office.get("/v1/accounts/@c").text("id"), 230);
    tailer.advance();
    for (int i = 0; i < DEVICES; i++) {
      devices.add(device());
    }
  }

  private Device device() {
    Phone phone = Phone.signUp();
    Client client = office.with(phone.accessToken());
    return new Device(phone, client, new SyncedPhone(() -> client));
  }

  @Test
  void everyCopyIsWhatTheDatabaseSays() {
    Random random = Seed.random("readerSync");
    for (int step = 0; step < STEPS; step++) {
      int kind = random.nextInt(100);
      if (kind < 35) {
        answered(editor.step(random));
      } else if (kind < 70) {
        read(devices.get(random.nextInt(DEVICES)), random);
      } else if (kind < 98) {
        sync(devices.get(random.nextInt(DEVICES)), random);
      } else {
        join(random);
      }
    }
    check(random);
  }

  @Test
  void everyCopyIsWhatTheDatabaseSaysWhenAllHappensAtOnce() {
    Random random = Seed.random("readerSync at once");
    AtomicInteger working = new AtomicInteger(2);
    List<Callable<Void>> tasks = new ArrayList<>();
    tasks.add(() -> work(working, new Random(random.nextLong()), editor::step));
    tasks.add(
        () ->
            work(
                working,
                new Random(random.nextLong()),
                chance -> read(devices.get(chance.nextInt(DEVICES)), chance)));
    for (Device device : devices) {
      Random chance = new Random(random.nextLong());
      tasks.add(
          () -> {
            while (working.get() > 0) {
              sync(device, chance);
            }
            return null;
          });
    }
    Together.run(tasks);
    check(random);
  }

  /** Something to do, given chance. */
  private interface Step {
    Client.Answer take(Random random);
  }

  private static Void work(AtomicInteger working, Random random, Step step) {
    try {
      for (int i = 0; i < STEPS / 4; i++) {
        answered(step.take(random));
      }
    } finally {
      working.decrementAndGet();
    }
    return null;
  }

  /** Refused or not, but never failed. */
  private static Client.Answer answered(Client.Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isLessThan(500);
    return answer;
  }

  private Client.Answer read(Device device, Random random) {
    Client client = device.client();
    int kind = random.nextInt(100);
    if (kind < 35) {
      return answered(client.put("/v1/me/follows/" + oneOf("account", random)));
    }
    if (kind < 55) {
      return answered(client.delete("/v1/me/follows/" + oneOf("account", random)));
    }
    if (kind < 65) {
      Map<String, Boolean> muted = Map.of("muted", random.nextBoolean());
      return answered(client.put("/v1/me/follows/" + oneOf("account", random), muted));
    }
    if (kind < 75) {
      List<String> accounts = List.of(oneOf("account", random), oneOf("account", random));
      Map<String, Object> upTo = Map.of("accountIds", accounts, "upTo", oneOf("article", random));
      return answered(client.post("/v1/me/states/mark-read", upTo));
    }
    List<Map<String, Object>> ops = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(5); i++) {
      String what = random.nextBoolean() ? "read" : "star";
      boolean on = what.equals("read") || random.nextInt(3) > 0;
      Instant at = Instant.now().plusSeconds(random.nextInt(100) - 50);
      String article = oneOf("article", random);
      ops.add(Map.of("clientSeq", i, "articleId", article, what, on, "at", at.toString()));
    }
    return answered(client.post("/v1/me/states", Map.of("ops", ops)));
  }

  private String oneOf(String table, Random random) {
    List<String> ids = tables().texts("select id from " + table + " order by id");
    return ids.get(random.nextInt(ids.size()));
  }

  private static void sync(Device device, Random random) {
    boolean ends = random.nextInt(5) == 0;
    device.copy().step(1 + random.nextInt(60), ends ? random.nextInt(8) : Integer.MAX_VALUE);
  }

  /** One becomes the same reader as another, and somebody new comes. */
  private void join(Random random) {
    Device one = devices.get(random.nextInt(DEVICES));
    Device other = devices.get(random.nextInt(DEVICES));
    String code = one.phone().joinCode();
    int status = other.client().post("/v1/me/join", Map.of("code", code)).status();
    assertThat(status).isIn(200, 409);
    int leaves = random.nextInt(2 * DEVICES);
    if (leaves < DEVICES) {
      devices.set(leaves, device());
    }
  }

  private void check(Random random) {
    int articles = 0;
    int restarts = 0;
    for (Device device : devices) {
      device.copy().sync(1 + random.nextInt(60));
      new CopyCheck(tables(), office, device.client(), device.copy()).run();
      articles += device.copy().things("article").size();
      restarts += device.copy().restarts();
    }
    System.out.println("compared articles: " + articles + ", restarts: " + restarts);
  }
}
