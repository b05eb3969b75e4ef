package org.yujian.reader;

import java.util.UUID;

/**
 * Who asks with a device's access token.
 *
 * @param key of the reader inside the database; never leaves the program
 * @param reader the reader's public id
 */
public record ReaderIdentity(long key, UUID reader, UUID device) {}
