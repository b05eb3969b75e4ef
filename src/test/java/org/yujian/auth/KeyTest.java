package org.yujian.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.yujian.shared.settings.Settings;
import org.yujian.testing.DeskTest;
import org.yujian.testing.DeskWrites;
import org.yujian.testing.JsonPath;
import org.yujian.testing.LogLines;
import org.yujian.testing.Operations;
import org.yujian.testing.Upload;

/** How long keys are good, and where their secrets are not. */
@QuarkusTest
class KeyTest extends DeskTest {
  private static final String READ = "/v1/desk/accounts";

  @Inject Settings settings;
  @Inject ApiKeyService service;

  private void update(String key, String change) {
    tables().run("update api_key set " + change + " where secret_sha256 = '" + hash(key) + "'");
  }

  private static String hash(String key) {
    return new KeySecret(key).sha256();
  }

  @Test
  void theFirstKeyLiesInAFileOfItsOwnersOnly() throws IOException {
    Path file = settings.dataDir().resolve("admin-key");
    String key = Files.readString(file).strip();
    assertThat(key).matches("yj_[A-Za-z0-9_-]{43}");
    ok(desk(key).get(READ), 200);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
    assertThat(tables().number("select count(*) from api_key where created_by = 'first start'"))
        .isEqualTo(1);
  }

  @Test
  void theDatabaseHoldsNoSecret() {
    String key = adminKey();
    String rows = tables().rows("select * from api_key").toString();
    assertThat(rows).contains(hash(key)).doesNotContain(key).doesNotContain(key.substring(12));
  }

  @Test
  void revocationAndExpiryTakeEffectAtOnce() {
    String key = key(Set.copyOf(Scopes.ALL));
    ok(desk(key).get(READ), 200);
    update(key, "expires_at = now() + interval '1 hour'");
    ok(desk(key).get(READ), 200);
    update(key, "expires_at = now()");
    problem(desk(key).get(READ), 401, "unauthorized");
    update(key, "expires_at = null");
    ok(desk(key).get(READ), 200);
    update(key, "revoked_at = now()");
    problem(desk(key).get(READ), 401, "unauthorized");
  }

  @Test
  void theSchemesNameIsReadInAnyCase() {
    ok(anyone().header("Authorization", "bearer " + adminKey()).get(READ), 200);
  }

  @Test
  void theLastUseIsNotedOnceInAWhile() {
    String key = adminKey();
    String query = "select last_used_at from api_key where secret_sha256 = ?";
    assertThat(tables().texts(query, hash(key)).get(0)).isNull();
    ok(desk().get(READ), 200);
    String first = tables().texts(query, hash(key)).get(0);
    assertThat(first).isNotNull();
    ok(desk().get(READ), 200);
    assertThat(tables().texts(query, hash(key)).get(0)).isEqualTo(first);
    update(key, "last_used_at = now() - interval '1 hour'");
    ok(desk().get(READ), 200);
    assertThat(tables().texts(query, hash(key)).get(0)).isGreaterThanOrEqualTo(first);
  }

  @Test
  void aGivenAdminKeyIsMadeOnce() {
    String given = KeySecret.random().value();
    assertThat(service.ensureAdmin(given, "test")).isTrue();
    assertThat(service.ensureAdmin(given, "test")).isFalse();
    ok(desk(given).get(READ), 200);
    update(given, "revoked_at = now()");
    assertThat(service.ensureAdmin(given, "test")).isFalse();
    problem(desk(given).get(READ), 401, "unauthorized");
  }

  @Test
  void logsHoldNoSecret() {
    List<String> secrets = new ArrayList<>(List.of(adminKey(), KeySecret.random().value()));
    List<String> lines =
        LogLines.during(
            () -> {
              List.copyOf(secrets).forEach(this::knock);
              secrets.addAll(story());
              Logger.getLogger("test").info("heard");
            });
    assertThat(lines).anyMatch(line -> line.contains("heard"));
    for (String secret : secrets) {
      assertThat(lines).noneMatch(line -> line.contains(secret.substring(12)));
    }
  }

  /** Good and bad requests with a key or with what is none. */
  private void knock(String secret) {
    desk(secret).get(READ);
    desk(secret).body("{").post(READ);
    desk(secret).body("{\"name\": \"甲\"}").post(READ);
    desk(secret).get("/v1/desk/nothing");
    desk(secret).get("/v1/articles");
    upload(secret, Upload.text("# 甲\n\n正文。\n"));
    upload(secret, Upload.text("# 甲\n\n正文。\n").with("account", "jia").publish());
  }

  /** Everything that the desk can do, once well and once refused; the secrets that came of it. */
  private List<String> story() {
    List<String> secrets = new ArrayList<>();
    Operations.ofDesk()
        .forEach(
            (operation, place) -> {
              if (!place.startsWith("GET ")) {
                DeskWrites.Write write = new DeskWrites(this).of(operation);
                String key = "key-" + KeySecret.random().value();
                String stranger = KeySecret.random().value();
                Response answer = write.send(desk().header("Idempotency-Key", key));
                write.send(desk().header("Idempotency-Key", key));
                write.send(desk(stranger).header("Idempotency-Key", "a b"));
                secrets.addAll(List.of(key, stranger));
                if (answer.asString().contains("\"secret\"")) {
                  secrets.add(JsonPath.of(answer).getString("secret"));
                }
              }
            });
    assertThat(secrets).anyMatch(secret -> secret.startsWith("yj_"));
    return secrets;
  }
}
