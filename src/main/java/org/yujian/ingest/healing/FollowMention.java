package org.yujian.ingest.healing;

/**
 * A follow line of the document (rule 2): the name to follow, the line of the file, and the article
 * (index from 1) that contains it; null before the first title, for the whole document.
 */
public record FollowMention(String name, int line, Integer article) {}
