package org.yujian.reader;

/**
 * Fired inside the transaction that makes two readers one, with both locked: observers move what
 * they keep of the one to the other, where both have something the union, and count the changes by
 * {@link ReaderChanges#next} of {@code into}. What is left with {@code from} goes with it.
 */
public record ReadersJoining(long from, long into) {}
