package org.yujian.reader;

import java.util.UUID;

/**
 * The reader and device of an access token.
 *
 * @param key internal key of the reader, never sent to clients
 * @param reader public id of the reader
 */
public record ReaderIdentity(long key, UUID reader, UUID device) {}
