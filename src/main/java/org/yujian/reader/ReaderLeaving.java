package org.yujian.reader;

/**
 * Fired in the transaction that deletes a reader, whose row is already locked; {@code key} is the
 * reader's internal number. Observers correct their counts; foreign keys delete the rows that refer
 * to the reader.
 */
public record ReaderLeaving(long key) {}
