package org.yujian.feed;

import java.util.UUID;

/**
 * A live article without its texts.
 *
 * @param bytes size of the text of its body in UTF-8
 */
public record LiveSize(UUID id, long feedOrder, int bytes) {}
