package org.yujian.reader;

/**
 * Fired in the transaction that joins two locked readers, given by their internal numbers.
 * Observers move the rows of {@code from} to {@code into}, merge rows that both readers have, and
 * number the changes with {@link ReaderChanges#next} of {@code into}. Rows left with {@code from}
 * are deleted with that reader.
 */
public record ReadersJoining(long from, long into) {}
