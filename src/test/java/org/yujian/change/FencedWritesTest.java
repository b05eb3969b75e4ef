package org.yujian.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yujian.database.TimelineFence;
import org.yujian.shared.page.Sql;
import org.yujian.shared.settings.Settings;
import org.yujian.testing.DeskTest;

/** A node whose PostgreSQL has become an old primary, because it has seen a later timeline. */
@QuarkusTest
class FencedWritesTest extends DeskTest {
  private static final String LATER = "00000002";
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(1);

  private int numbers;

  @Inject TimelineFence fence;
  @Inject Settings settings;
  @Inject ChangeLog log;
  @Inject Sql sql;

  private Path file() {
    return settings.dataDir().resolve("database-timeline");
  }

  /** The other tests use this server again. */
  @AfterEach
  void reset() throws IOException {
    Files.deleteIfExists(file());
    long deadline = System.nanoTime() + PATIENCE;
    while (status("ready" + ++numbers) != 201) {
      assertThat(System.nanoTime()).isLessThan(deadline);
    }
  }

  private int status(String tag) {
    return desk().body(Map.of("name", tag)).post("/v1/desk/tags").statusCode();
  }

  @Test
  void nothingIsWrittenUntilAnOperatorDeletesTheFile() throws IOException {
    assertThat(status("before")).isEqualTo(201);
    assertThat(fence.admitsWrites(LATER)).isTrue();
    for (int i = 0; i < 5; i++) {
      assertThat(status("refused" + i)).isEqualTo(503);
    }
    Files.delete(file());
    reset();
    assertThat(tables().texts("select name from tag")).contains("before", "ready" + numbers);
    assertThat(tables().texts("select name from tag where name like 'refused%'")).isEmpty();
  }

  @Test
  void aTransactionThatHasBegunIsRefusedUnderTheLock() {
    AtomicReference<Throwable> refused = new AtomicReference<>();
    Runnable write =
        () -> {
          sql.run("select 1");
          fence.admitsWrites(LATER);
          refused.set(catchThrowable(log::lock));
        };
    assertThat(catchThrowable(() -> QuarkusTransaction.requiringNew().run(write))).isNotNull();
    assertThat(refused.get()).isNotNull();
  }
}
