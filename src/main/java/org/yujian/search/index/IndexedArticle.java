package org.yujian.search.index;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A live article as an index gets it.
 *
 * @param version position in the change log at which it was read; where several nodes write to one
 *     index, an older version never replaces a newer one
 * @param feedOrder place in the feed, the newest highest
 */
public record IndexedArticle(
    UUID id,
    long version,
    long feedOrder,
    UUID account,
    List<UUID> tags,
    Map<IndexField, FieldText> texts) {}
