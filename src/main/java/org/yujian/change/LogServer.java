package org.yujian.change;

/**
 * Identity and role of a server. When a field changes, cached data may belong to another log.
 *
 * @param logId created with the database; null when the table was emptied
 */
record LogServer(String systemIdentifier, String timeline, boolean standby, String logId) {}
