package org.yujian.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yujian.testing.DeskTest;
import org.yujian.testing.DeskWrites;
import org.yujian.testing.Operations;

/** Every operation of the desk that writes leaves one row, and none when it is refused. */
@QuarkusTest
class AuditedWritesTest extends DeskTest {
  private static final String ROWS =
      "select key_id, by_name, action, thing, before_sha256 is null, thing_id is null"
          + " from audit order by id";

  /** Heartbeats of windows: nothing that they write lasts. */
  private static final Set<String> NOT_AUDITED = Set.of("renewEditLease", "endEditLease");

  private void emptyAudit() {
    tables().run("set local yujian.purge = 'on'; truncate audit");
  }

  @Test
  void everyWriteLeavesExactlyOneRow() {
    List<String> wrong = new ArrayList<>();
    String id = tables().texts("select id from api_key order by created_at desc limit 1").get(0);
    String name = "key:" + adminKey().substring(0, 11);
    for (String operation : Operations.writesOfDesk()) {
      DeskWrites.Write write = new DeskWrites(this).of(operation);
      emptyAudit();
      Response answer = write.send(desk());
      assertThat(answer.statusCode()).as(operation + answer.asString()).isBetween(200, 299);
      if (NOT_AUDITED.contains(operation)) {
        assertThat(tables().rows(ROWS)).as(operation).isEmpty();
        continue;
      }
      String isNew = write.action().endsWith(".create") ? "t" : "f";
      List<String> row = List.of(id, name, write.action(), write.thing(), isNew, "f");
      List<List<String>> rows = tables().rows(ROWS);
      if (!rows.equals(List.of(row))) {
        wrong.add(operation + ": " + rows + " instead of " + row);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void aRefusedWriteLeavesNone() {
    for (String operation : Operations.writesOfDesk()) {
      DeskWrites writes = new DeskWrites(this);
      DeskWrites.Write write = writes.of(operation);
      String foreign = writes.foreignKey();
      emptyAudit();
      Response answer = write.send(desk(foreign));
      assertThat(answer.statusCode()).as(operation + answer.asString()).isBetween(403, 404);
      assertThat(tables().rows(ROWS)).as(operation).isEmpty();
    }
  }
}
