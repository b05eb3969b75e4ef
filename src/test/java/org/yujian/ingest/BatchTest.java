package org.yujian.ingest;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Upload;

/** For tests of imports that go on after their request. */
abstract class BatchTest extends DeskTest {

  /** Reached only by what hangs, on a busy machine too. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Inject ImportWorker worker;

  /** Sends the documents to be imported after the request. */
  final Response queued(Upload upload) {
    return queued(desk(), upload);
  }

  static Response queued(String key, Upload upload) {
    return queued(desk(key), upload);
  }

  static Response queued(RequestSpecification request, Upload upload) {
    return upload(request, "/v1/desk/import-batches", upload);
  }

  /** The batch of an accepted upload once all its documents are imported or failed. */
  final JsonPath finished(Response accepted) {
    String path = accepted.header("Location");
    await("the batch", () -> deskRead(path).getString("state").equals("done"));
    return deskRead(path);
  }

  final void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        String rows = tables().rows("select state, attempts, problem from import_work").toString();
        throw new AssertionError("Waited in vain for " + what + ": " + rows);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  final void unblock() {
    tables().run("delete from import_work where file_name = 'x.txt'");
    worker.look();
  }
}
