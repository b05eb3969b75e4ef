package org.yujian.change;

/**
 * Wants to hear of committed changes on this node: every bean of this type is told. It may be told
 * in the thread of a writing request, so it must return at once and hand work over; what it throws
 * is logged and keeps nobody else from hearing. It is told only while it runs: who must miss
 * nothing across restarts keeps a {@link SyncToken} of its own and reads {@link LogPages}.
 */
public interface ChangeConsumer {

  void tailed(Tailed batch);
}
