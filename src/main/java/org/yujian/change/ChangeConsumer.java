package org.yujian.change;

/**
 * Bean that receives committed changes from the {@link Tailer}, perhaps in the thread of a writing
 * request: it must return at once and hand work over. Exceptions are only logged. A consumer that
 * must miss nothing across restarts stores a {@link SyncToken} and reads {@link LogPages}.
 */
public interface ChangeConsumer {

  void tailed(LogBatch batch);
}
