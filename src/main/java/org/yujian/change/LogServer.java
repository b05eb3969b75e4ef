package org.yujian.change;

/**
 * Which server answered, and as what: when any of it differs, remembered things may belong to
 * another history.
 *
 * @param logId made with the database; null when it was emptied
 */
record LogServer(String systemIdentifier, String timeline, boolean standby, String logId) {}
