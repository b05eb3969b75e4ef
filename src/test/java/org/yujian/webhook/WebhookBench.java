package org.yujian.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Deliveries per second and CPU time of each to four receivers in the same process, theirs
 * included: {@code mvn -B test -Dtest=WebhookBench -Dbench.deliveries=100000}.
 */
@QuarkusTest
class WebhookBench extends WebhookTests {
  private static final int ENDPOINTS = 4;
  private static final int DELIVERIES = Integer.getInteger("bench.deliveries", 20_000);
  private static final int ROUNDS = 4;

  @Test
  void throughput() {
    OperatingSystemMXBean machine =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    receiver.answer(204);
    for (int i = 0; i < ENDPOINTS; i++) {
      webhook("/" + i);
    }
    for (int i = 0; i < 50; i++) {
      tag("t" + i);
    }
    feed.runOnce();
    sender.runOnce();
    for (int round = 0; round < ROUNDS; round++) {
      tables()
          .run(
              "insert into webhook_delivery (id, endpoint_id, created_at, next_at, thing, thing_id,"
                  + " version) select gen_random_uuid(), e.id, now(), now(), 'tag', t.id, 1 from"
                  + " webhook_endpoint e, (select id from tag limit 50) t, generate_series(1, "
                  + DELIVERIES / ENDPOINTS / 50 / ROUNDS
                  + ")");
      receiver.forget();
      long began = System.nanoTime();
      long cpu = machine.getProcessCpuTime();
      int sent = sender.runOnce();
      double seconds = (System.nanoTime() - began) / 1e9;
      double millis = (machine.getProcessCpuTime() - cpu) / 1e6;
      assertThat(receiver.all()).hasSize(sent);
      System.out.printf(
          Locale.ROOT,
          "%d deliveries: %.0f/s, %.2f ms CPU each%n",
          sent,
          sent / seconds,
          millis / sent);
    }
  }
}
