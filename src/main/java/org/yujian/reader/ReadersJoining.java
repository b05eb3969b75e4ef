package org.yujian.reader;

/**
 * Fired in the transaction that joins two locked readers. Observers move their rows of {@code from}
 * to {@code into}, merge rows that both have, and number the changes with {@link
 * ReaderChanges#next} of {@code into}. Rows that stay with {@code from} are deleted with it.
 */
public record ReadersJoining(long from, long into) {}
