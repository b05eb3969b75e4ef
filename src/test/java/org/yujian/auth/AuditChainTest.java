package org.yujian.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.yujian.shared.json.Json;
import org.yujian.shared.text.Sha256;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Seed;
import org.yujian.testing.Together;

/** Rows are sealed once each, and what somebody does to them behind the program's back shows. */
@QuarkusTest
class AuditChainTest extends DeskTest {
  private static final String VERIFY = "/v1/desk/audit/verify";
  private static final String SEALED = "select seal from audit order by seal";

  @Inject Audit audit;
  @Inject AuditSealer sealer;
  @Inject AgroalDataSource source;

  private void write(int rows) {
    for (int i = 0; i < rows; i++) {
      String action = "a.do" + i;
      QuarkusTransaction.requiringNew()
          .run(
              () ->
                  audit.record(
                      Caller.program("test"), new AuditEvent(action, "a", null, null, 1, 2)));
    }
  }

  /** As somebody does who owns the tables. */
  private void tamper(String... statements) {
    tables().run("set local yujian.purge = 'on'; " + String.join("; ", statements));
  }

  private void assertWrong(String what, Integer seal) {
    JsonPath found = deskRead(VERIFY);
    assertThat(found.getBoolean("intact")).isFalse();
    assertThat(found.getString("first.what")).isEqualTo(what);
    assertThat(found.<Integer>get("first.seal")).isEqualTo(seal);
  }

  private static List<String> oneTo(long last) {
    return LongStream.rangeClosed(1, last).mapToObj(Long::toString).toList();
  }

  @Test
  void rowsAreSealedInTurnAndVerified() {
    assertThat(deskRead(VERIFY).getBoolean("intact")).isTrue();
    write(5);
    assertThat(deskRead(VERIFY).getInt("unsealed")).isEqualTo(5);
    assertThat(sealer.runOnce()).isEqualTo(5);
    assertThat(sealer.runOnce()).isZero();
    write(2_100);
    assertThat(sealer.runOnce()).isEqualTo(2_100);
    JsonPath found = deskRead(VERIFY);
    assertThat(found.getBoolean("intact")).isTrue();
    assertThat(found.getInt("head.sealed")).isEqualTo(2_105);
    assertThat(found.getInt("unsealed")).isZero();
    assertThat(deskRead("/v1/desk/audit/head").getMap("")).isEqualTo(found.getMap("head"));
    assertThat(tables().texts(SEALED)).isEqualTo(oneTo(2_105));
  }

  @Test
  void anAlteredRowIsNamed() {
    write(9);
    sealer.runOnce();
    for (String change :
        List.of(
            "by_name = 'somebody'",
            "at = at + interval '1 microsecond'",
            "key_id = '0190a000-0000-7000-8000-000000000000'",
            "thing = 'b'",
            "after_sha256 = null",
            "seal_sha256 = repeat('0', 64)")) {
      tamper("create table kept as select * from audit where seal = 4");
      tamper("update audit set " + change + " where seal = 4");
      assertWrong("altered", 4);
      tamper(
          "delete from audit where seal = 4",
          "insert into audit overriding system value select * from kept",
          "drop table kept");
      assertThat(deskRead(VERIFY).getBoolean("intact")).as("as before").isTrue();
    }
  }

  @Test
  void aMissingRowIsNamed() {
    write(9);
    sealer.runOnce();
    tamper("delete from audit where seal = 9");
    assertWrong("missing", 9);
    tamper("delete from audit where seal = 4");
    assertWrong("missing", 4);
  }

  @Test
  void anInsertedRowIsNamed() {
    write(9);
    sealer.runOnce();
    String copy =
        "insert into audit (at, by_name, action, thing, seal, seal_sha256)"
            + " select at, 'somebody', action, thing, %s, seal_sha256 from audit where seal = 5";
    tamper(String.format(Locale.ROOT, copy, "10"));
    assertWrong("extra", 10);
    tamper(String.format(Locale.ROOT, copy, "5"));
    assertWrong("extra", 5);
    write(1);
    assertThat(sealer.runOnce()).as("a forged row does not stop the sealer").isEqualTo(1);
    tamper("update audit set seal = seal + 1 where seal >= 5", "delete from audit where seal > 11");
    assertWrong("missing", 5);
  }

  @Test
  void rowsThatChangedPlacesAreNamed() {
    write(9);
    sealer.runOnce();
    tamper("update audit set seal = 11 - seal where seal in (5, 6)");
    assertWrong("altered", 5);
    tamper("update audit set seal = 11 - seal where seal in (5, 6)");
    tamper(
        "create table kept as select * from audit where seal in (5, 6)",
        "update audit a set action = k.action from kept k"
            + " where a.seal in (5, 6) and k.seal = 11 - a.seal",
        "drop table kept");
    assertWrong("altered", 5);
  }

  @Test
  void aCutTailWithAFittingEndIsFoundByAnEarlierHead() {
    write(4);
    sealer.runOnce();
    String early = deskRead("/v1/desk/audit/head").getString("sha256");
    write(4);
    sealer.runOnce();
    String late = deskRead("/v1/desk/audit/head").getString("sha256");
    assertThat(deskRead(VERIFY + "?head=" + early).getInt("known.sealed")).isEqualTo(4);
    assertThat(deskRead(VERIFY + "?head=" + late).getInt("known.sealed")).isEqualTo(8);
    tamper(
        "delete from audit where seal > 6",
        "update audit_head set sealed = 6,"
            + " sha256 = (select seal_sha256 from audit where seal = 6)");
    assertThat(deskRead(VERIFY).getBoolean("intact")).as("alone the chain cannot know").isTrue();
    assertThat(deskRead(VERIFY + "?head=" + early).getBoolean("known.stands")).isTrue();
    assertThat(deskRead(VERIFY + "?head=" + late).getBoolean("known.stands")).isFalse();
    tamper("update audit set action = 'x' where seal = 3", "delete from audit_head");
    JsonPath rewritten = deskRead(VERIFY + "?head=" + early);
    assertThat(rewritten.getBoolean("known.stands")).isFalse();
  }

  @Test
  void transactionsThatOverlapAreSealedOnceEach() throws SQLException {
    Random random = Seed.random("overlapping audit");
    String insert =
        "insert into audit (at, by_name, action, thing) values (clock_timestamp(), 'x', 'a', 'b')";
    List<Connection> open = new ArrayList<>();
    int written = 0;
    for (int i = 0; i < 200; i++) {
      if (open.size() < 6 && random.nextBoolean()) {
        Connection begun = source.getConnection();
        begun.setAutoCommit(false);
        try (Statement statement = begun.createStatement()) {
          statement.execute(insert);
        }
        open.add(begun);
        written++;
      } else if (!open.isEmpty()) {
        // Seldom the oldest: ids become visible in another order than they were drawn.
        try (Connection ended = open.remove(random.nextInt(open.size()))) {
          ended.commit();
        }
        sealer.runOnce();
      }
    }
    for (Connection last : open) {
      last.commit();
      last.close();
    }
    sealer.runOnce();
    assertThat(tables().texts(SEALED)).isEqualTo(oneTo(written));
    assertThat(tables().texts("select id from audit order by seal"))
        .isNotEqualTo(tables().texts("select id from audit order by id"));
    assertThat(deskRead(VERIFY).getBoolean("intact")).isTrue();
  }

  @Test
  void sealersAtTheSameTimeSealOnce() {
    write(1_500);
    List<Integer> sealed = Together.run(4, i -> sealer::runOnce);
    sealer.runOnce();
    assertThat(sealed.stream().mapToInt(Integer::intValue).sum()).isLessThanOrEqualTo(1_500);
    assertThat(tables().texts(SEALED)).isEqualTo(oneTo(1_500));
    assertThat(deskRead(VERIFY).getBoolean("intact")).isTrue();
  }

  @Test
  void nobodyWaitsForTheSealer() throws SQLException {
    write(3);
    try (Connection sealing = source.getConnection()) {
      sealing.setAutoCommit(false);
      try (Statement statement = sealing.createStatement()) {
        // What the sealer holds while it is at it.
        statement.execute("select pg_advisory_xact_lock(" + 0x59554A5345414CL + ")");
        statement.execute("update audit set seal = id, seal_sha256 = 'x' where seal is null");
        account("甲社区");
        assertThat(sealer.runOnce()).isZero();
        sealing.rollback();
      }
    }
    assertThat(sealer.runOnce()).isEqualTo(4);
  }

  /** As somebody does who has only the export and this rule. */
  @Test
  void theExportIsTheWholeChain() throws JsonProcessingException {
    account("甲社区");
    write(2_500);
    sealer.runOnce();
    String[] lines = desk().get("/v1/desk/audit/export").asString().split("\n");
    String hash = "0".repeat(64);
    for (int i = 0; i < lines.length - 1; i++) {
      JsonNode row = Json.mapper().readTree(lines[i]);
      ArrayNode content = Json.mapper().createArrayNode();
      for (String name :
          ("seal id at keyId by action thing thingId accountId beforeSha256 afterSha256")
              .split(" ")) {
        content.add(row.get(name));
      }
      hash = Sha256.hex(hash + "\n" + content);
      assertThat(row.path("sealSha256").asText()).isEqualTo(hash);
    }
    JsonNode head = Json.mapper().readTree(lines[lines.length - 1]);
    assertThat(head.path("sealed").asInt()).isEqualTo(2_501).isEqualTo(lines.length - 1);
    assertThat(head.path("sha256").asText()).isEqualTo(hash);
  }

  @Test
  void aLimitedKeySeesOnlyItsAccountsRows() {
    String own = account("甲社区");
    account("乙社区");
    tag("x");
    sealer.runOnce();
    String key = key(Set.of(Scopes.AUDIT), own);
    assertThat(ok(desk(key).get("/v1/desk/audit"), 200).<String>getList("items.accountId"))
        .containsExactly(own);
    assertThat(desk(key).get("/v1/desk/audit/export").asString().lines()).hasSize(2);
    problem(desk(key).get(VERIFY), 403, "key-limited");
    problem(desk(key).get("/v1/desk/audit/head"), 403, "key-limited");
  }

  @Test
  void theListIsFilteredAndPaged() {
    String own = account("甲社区");
    tag("x");
    tag("y");
    String by = deskRead("/v1/desk/audit").getString("items[0].keyId");
    assertThat(actions("?account=" + own)).containsExactly("account.create");
    assertThat(actions("?thing=tag")).containsExactly("tag.create", "tag.create");
    assertThat(actions("?action=account.create")).hasSize(1);
    assertThat(actions("?key=" + by)).hasSize(3);
    assertThat(actions("?key=" + UUID.randomUUID())).isEmpty();
    assertThat(actions("?thingId=" + own)).hasSize(1);
    String time = deskRead("/v1/desk/audit").getString("items[1].at");
    assertThat(actions("?since=" + time)).hasSize(2);
    assertThat(actions("?until=" + time)).containsExactly("account.create");
    JsonPath page = deskRead("/v1/desk/audit?limit=2");
    String next = page.getString("next");
    assertThat(actions("?limit=2&cursor=" + next)).containsExactly("account.create");
    problem(desk().get("/v1/desk/audit?thing=tag&cursor=" + next), 400, "invalid-cursor");
  }

  private List<String> actions(String query) {
    return deskRead("/v1/desk/audit" + query).getList("items.action");
  }
}
