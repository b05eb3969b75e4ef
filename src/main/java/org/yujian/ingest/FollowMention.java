package org.yujian.ingest;

/**
 * A follow line of the document (rule 2): whom to follow, the line of the file, and the article
 * (index from 1) in which it stands; null before the first title: then it is the whole document's.
 */
record FollowMention(String name, int line, Integer article) {}
