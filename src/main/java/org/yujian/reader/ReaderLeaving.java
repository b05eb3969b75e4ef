package org.yujian.reader;

/**
 * Fired inside the transaction that removes a reader, locked, with everything personal: observers
 * keep their counts right. Rows that refer to the reader go by themselves.
 */
public record ReaderLeaving(long key) {}
