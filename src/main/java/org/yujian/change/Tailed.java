package org.yujian.change;

import java.util.List;

/**
 * What the {@link Tailer} has just read: committed rows in the order of the log, none twice.
 *
 * @param token of who has read these rows
 * @param reset the log is not the one that was read before (another server, a restore, lost rows):
 *     forget everything that came from it and begin again; {@code rows} is then empty
 */
public record Tailed(List<CommittedChange> rows, SyncToken token, boolean reset) {}
