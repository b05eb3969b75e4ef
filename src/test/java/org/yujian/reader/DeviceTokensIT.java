package org.yujian.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Client;
import org.yujian.testing.Nodes;
import org.yujian.testing.Seed;
import org.yujian.testing.Together;

/**
 * Devices on bad networks, and thieves, on two nodes: who is honest is never locked out, who copied
 * a token is found out, and no log names anybody. {@code -Dtokens.steps} for a longer walk.
 */
class DeviceTokensIT {
  private static final int STEPS = Integer.getInteger("tokens.steps", 120);
  private static final int DEVICES = 5;
  private static final int KILLS_IN = 100;
  private static final int ROUNDS = 6;
  private static final String EXPIRE =
      "update device_access set expires_at = now() - interval '1 second' where device_id = ?";

  private static Nodes nodes;

  private final Random random = Seed.random("DeviceTokensIT");
  private final Set<String> secrets = new HashSet<>();

  /** What an honest app keeps: the last tokens that it heard of. */
  private final class Kept {
    private String access;
    private String refresh;
    private String device;
    private String recovery;

    Kept() {
      keep(client().post("/v1/devices", Map.of("name", "王小明的手机")).expect(201));
    }

    void keep(Client.Answer answer) {
      access = noted(answer, "accessToken");
      refresh = noted(answer, "refreshToken");
      device = noted(answer, "deviceId");
      noted(answer, "readerId");
      String told = noted(answer, "recoveryCode");
      recovery = told.isEmpty() ? recovery : told;
    }

    Client.Answer refreshed() {
      return client().post("/v1/devices/refresh", Map.of("refreshToken", refresh));
    }

    int me() {
      return client().with(access).get("/v1/me").status();
    }

    private String noted(Client.Answer answer, String field) {
      String value = answer.text(field);
      if (!value.isEmpty()) {
        secrets.add(value);
      }
      return value;
    }
  }

  @BeforeAll
  static void start() throws InterruptedException {
    nodes = new Nodes("device-tokens", 2, "yujian.sample=false");
  }

  @AfterAll
  static void stop() {
    nodes.close();
  }

  private Client client() {
    return nodes.client(random.nextInt(2));
  }

  @Test
  void anHonestDeviceIsNeverLockedOut() throws SQLException {
    List<Kept> devices = new ArrayList<>();
    for (int i = 0; i < DEVICES; i++) {
      devices.add(new Kept());
    }
    int lost = 0;
    for (int step = 1; step <= STEPS; step++) {
      Kept device = devices.get(random.nextInt(DEVICES));
      switch (random.nextInt(6)) {
        case 0, 1 -> device.keep(device.refreshed().expect(200));
        case 2 -> lost += loseAnswers(device);
        case 3 -> refreshTwiceAtOnce(device);
        case 4 -> assertThat(device.me()).as("step %d", step).isEqualTo(200);
        default -> expire(device);
      }
      if (step % KILLS_IN == 0) {
        int node = random.nextInt(2);
        nobodyIsNamed(node);
        nodes.killAndRestart(node);
      }
    }
    for (Kept device : devices) {
      device.keep(device.refreshed().expect(200));
      assertThat(device.me()).isEqualTo(200);
    }
    assertThat(lost).isPositive();
    nobodyIsNamed();
  }

  /** The server has done its work, the device does not know. */
  private int loseAnswers(Kept device) {
    int times = 1 + random.nextInt(3);
    for (int i = 0; i < times; i++) {
      device.refreshed().expect(200);
    }
    return times;
  }

  /** Two requests of one app wake up with an old access token and both refresh, on any nodes. */
  private void refreshTwiceAtOnce(Kept device) {
    Client one = client();
    Client other = client();
    Map<String, Object> request = Map.of("refreshToken", device.refresh);
    List<Client.Answer> answers =
        Together.run(
            List.of(
                () -> one.post("/v1/devices/refresh", request),
                () -> other.post("/v1/devices/refresh", request)));
    answers.forEach(answer -> answer.expect(200));
    assertThat(answers.get(0).text("refreshToken")).isEqualTo(answers.get(1).text("refreshToken"));
    device.keep(answers.get(random.nextInt(2)));
  }

  /** As after an hour: the device is told so, and refreshes. */
  private void expire(Kept device) throws SQLException {
    try (Connection connection = nodes.database();
        PreparedStatement statement = connection.prepareStatement(EXPIRE)) {
      statement.setObject(1, UUID.fromString(device.device));
      statement.executeUpdate();
    }
    assertThat(device.me()).isEqualTo(401);
    device.keep(device.refreshed().expect(200));
    assertThat(device.me()).isEqualTo(200);
  }

  @Test
  void aThiefsCopyEndsTheDeviceAsSoonAsBothWentOn() {
    for (int round = 0; round < ROUNDS; round++) {
      Kept owner = new Kept();
      Kept thief = new Kept();
      thief.refresh = owner.refresh;
      Kept quick = random.nextBoolean() ? owner : thief;
      Kept slow = quick == owner ? thief : owner;
      int ahead = 2 + random.nextInt(3);
      for (int i = 0; i < ahead; i++) {
        quick.keep(quick.refreshed().expect(200));
      }
      assertThat(slow.refreshed().code()).isEqualTo("refresh-token-reused");
      for (Kept holder : List.of(quick, slow)) {
        assertThat(holder.refreshed().code()).isEqualTo("refresh-token-unknown");
      }
      assertThat(quick.me()).as("access tokens of the family end at once").isEqualTo(401);
    }
    nobodyIsNamed();
  }

  @Test
  void whatIsEndedOnOneNodeIsOverOnTheOtherAtOnce() {
    for (int round = 0; round < ROUNDS; round++) {
      Kept device = new Kept();
      Client here = nodes.client(round % 2);
      Client there = nodes.client(1 - round % 2);
      there.with(device.access).get("/v1/me").expect(200);
      String id = here.with(device.access).get("/v1/me").text("deviceId");
      here.with(device.access).delete("/v1/me/devices/" + id).expect(204);
      there.with(device.access).get("/v1/me").expect(401);
      there.post("/v1/devices/refresh", Map.of("refreshToken", device.refresh)).expect(401);
    }
  }

  @Test
  void aDeviceThatIsEndedOnOneNodeHasNoCodesOnTheOther() {
    for (int round = 0; round < ROUNDS; round++) {
      Client here = nodes.client(round % 2);
      Client there = nodes.client(1 - round % 2);
      Kept lost = new Kept();
      Map<String, Object> recovery = Map.of("recoveryCode", lost.recovery);
      Kept kept = new Kept();
      kept.keep(there.post("/v1/devices", recovery).expect(201));
      String join = there.with(lost.access).post("/v1/me/join-codes", Map.of()).text("code");
      here.with(kept.access).delete("/v1/me/devices/" + lost.device).expect(204);
      assertThat(there.post("/v1/devices", recovery).code()).isEqualTo("recovery-code-unknown");
      Client stranger = there.with(new Kept().access);
      assertThat(stranger.post("/v1/me/join", Map.of("code", join)).code())
          .isEqualTo("join-code-unknown");
      assertThat(there.with(kept.access).get("/v1/me").text("recoveryCodeDue")).isEqualTo("true");
    }
  }

  /** Tokens, codes, ids and names of devices stand in no line that the program prints. */
  private void nobodyIsNamed() {
    nobodyIsNamed(0);
    nobodyIsNamed(1);
  }

  private void nobodyIsNamed(int node) {
    String printed = String.join("\n", nodes.node(node).lines());
    assertThat(printed).isNotEmpty().doesNotContain("王小明");
    secrets.forEach(secret -> assertThat(printed).doesNotContain(secret));
  }
}
