package org.yujian.change;

import java.util.List;

/**
 * Committed rows that the {@link Tailer} has just read, in log order, each row once.
 *
 * @param token position after these rows
 * @param reset whether the log is a different one (another server, a restore, lost rows): consumers
 *     must drop what they derived from the log; {@code rows} is empty
 */
public record LogBatch(List<CommittedChange> rows, SyncToken token, boolean reset) {}
