package org.yujian.reader;

/**
 * Fired in the transaction that deletes a reader, which is locked. Observers correct their counts;
 * rows that refer to the reader are deleted by foreign keys.
 */
public record ReaderLeaving(long key) {}
