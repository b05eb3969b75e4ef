package org.yujian.change;

/**
 * Bean that gets committed changes from the {@link Tailer}. A call may run in the thread of a
 * writing request, so it must return at once. Exceptions are only logged. A consumer that must miss
 * nothing across restarts stores a {@link SyncToken} and reads {@link LogPages}.
 */
public interface ChangeConsumer {

  void tailed(LogBatch batch);
}
