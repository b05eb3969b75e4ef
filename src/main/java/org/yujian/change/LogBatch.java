package org.yujian.change;

import java.util.List;

/**
 * Committed rows that the {@link Tailer} has just read, in log order, none twice.
 *
 * @param token position after these rows
 * @param reset the log is a different one (another server, a restore, lost rows): drop everything
 *     that was derived from it and start over; {@code rows} is then empty
 */
public record LogBatch(List<CommittedChange> rows, SyncToken token, boolean reset) {}
