package org.yujian.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A consumer that remembers what it was told. */
@ApplicationScoped
public class HeardChanges implements ChangeConsumer {
  private final List<CommittedChange> rows = new CopyOnWriteArrayList<>();
  private final AtomicInteger resets = new AtomicInteger();

  @Override
  public void tailed(LogBatch batch) {
    rows.addAll(batch.rows());
    if (batch.reset()) {
      resets.incrementAndGet();
    }
  }

  void forget() {
    rows.clear();
    resets.set(0);
  }

  /** The tags of all rows, in order. */
  List<String> slugs() {
    return rows.stream().flatMap(row -> row.tags().stream()).toList();
  }

  int resets() {
    return resets.get();
  }
}
