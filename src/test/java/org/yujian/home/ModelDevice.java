package org.yujian.home;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.yujian.testing.Client;
import org.yujian.testing.Client.Answer;
import org.yujian.testing.SyncedPhone;

/** One app installation in a walk: its tokens, and whose it is by the model. */
final class ModelDevice {
  private final Supplier<Client> nodes;
  private final String name;
  private final Duration skew;
  private final List<ModelMarks.Op> offline = new ArrayList<>();
  private final SyncedPhone copy = new SyncedPhone(this::client);
  private ModelReader reader;
  private String access;
  private String refresh;
  private String id;

  /**
   * @param nodes asked for each request
   * @param skew how far its clock is ahead
   */
  ModelDevice(Supplier<Client> nodes, String name, Duration skew) {
    this.nodes = nodes;
    this.name = name;
    this.skew = skew;
  }

  /** By its own clock. */
  Instant now() {
    return Instant.now().plus(skew).truncatedTo(ChronoUnit.MICROS);
  }

  /** The program, asked as this device. */
  Client client() {
    return nodes.get().with(access);
  }

  /** Begins a new reader. */
  void signUp(ModelReader fresh) {
    Answer tokens = nodes.get().post("/v1/devices", Map.of("name", name)).expect(201);
    fresh.recoveryCodes().add(tokens.text("recoveryCode"));
    keep(tokens);
    reader = fresh;
  }

  /** Comes back to a reader by the code that the reader has written down. */
  void recover(ModelReader known, String code) {
    keep(nodes.get().post("/v1/devices", Map.of("recoveryCode", code)).expect(201));
    reader = known;
  }

  /** As often as answers are lost; the last one is kept. */
  void refresh(int times) {
    for (int i = 1; i <= times; i++) {
      Answer answer = nodes.get().post("/v1/devices/refresh", Map.of("refreshToken", refresh));
      if (i == times) {
        keep(answer.expect(200));
      }
    }
  }

  private void keep(Answer tokens) {
    access = tokens.text("accessToken");
    refresh = tokens.text("refreshToken");
    id = tokens.text("deviceId");
  }

  /** It is lost: from now on its tokens open nothing. */
  void revoked() {
    client().get("/v1/me").expect(401);
    reader = null;
  }

  boolean isSignedUp() {
    return reader != null;
  }

  ModelReader reader() {
    return reader;
  }

  void joined(ModelReader into) {
    reader = into;
  }

  /** What it did while offline and has not sent yet. */
  List<ModelMarks.Op> offline() {
    return offline;
  }

  SyncedPhone copy() {
    return copy;
  }

  String id() {
    return id;
  }

  @Override
  public String toString() {
    return name;
  }
}
