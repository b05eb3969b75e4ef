package org.yujian.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yujian.testing.DeskTest;

/** Migration V34 on the rows of a release before it. */
@QuarkusTest
class OldCodesTest extends DeskTest {
  private static final String SCHEMA = "before_v34";

  @Inject DataSource source;

  @AfterEach
  void drop() {
    tables().run("drop schema if exists " + SCHEMA + " cascade");
  }

  private Flyway flyway(String target) {
    return Flyway.configure(OldCodesTest.class.getClassLoader())
        .dataSource(source)
        .schemas(SCHEMA)
        .target(target)
        .load();
  }

  @Test
  void oldCodesAreTheFirstDevicesAndTheOldReleaseGoesOn() {
    flyway("33").migrate();
    tables()
        .run(
            """
            set local search_path = before_v34;
            insert into reader (id, created_at, last_used_at)
              select gen_random_uuid(), now(), now() from generate_series(1, 2);
            insert into device (id, reader_key, name, family_sha256, refresh_sha256, refresh_salt,
                access_salt, created_at, last_used_at)
              select gen_random_uuid(), 1, n, n, n, '', '', now() - i * interval '1 day', now()
              from (values ('second', 1), ('first', 2), ('third', 0)) v (n, i);
            insert into recovery_code values ('a', 1), ('b', 1), ('nobody', 2);
            insert into join_code (sha256, reader_key, expires_at) values ('c', 1, now())
            """);
    flyway("34").migrate();
    String makers =
        """
        select c.sha256, d.name from
          (select sha256, device_id from before_v34.recovery_code
            union all select sha256, device_id from before_v34.join_code) c
          left join before_v34.device d on d.id = c.device_id order by 1
        """;
    assertThat(tables().rows(makers))
        .containsExactly(
            List.of("a", "first"),
            List.of("b", "first"),
            List.of("c", "first"),
            Arrays.asList("nobody", null));
    // As the release before writes them.
    tables()
        .run(
            """
            set local search_path = before_v34;
            insert into reader (id, created_at, last_used_at) values (gen_random_uuid(), now(), now());
            insert into recovery_code values ('later', 3);
            insert into join_code (sha256, reader_key, expires_at) values ('later', 3, now())
            """);
    assertThat(tables().texts("select recovery_code_due from before_v34.reader"))
        .containsExactly("f", "f", "f");
  }
}
