package org.yujian.ingest.healing;

/** The name of a follow line, its line in the file, and its article (from 1) or null for all. */
public record FollowMention(String name, int line, Integer article) {}
