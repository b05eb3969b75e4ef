package org.yujian.ingest.healing;

import java.util.List;

/**
 * A line that says whom to follow.
 *
 * @param line its line in the file
 * @param article its article, from 1; null for all
 * @param pictures addresses of the pictures below the line, or of the one above it, which may show
 *     the code
 */
public record FollowMention(String name, int line, Integer article, List<String> pictures) {}
