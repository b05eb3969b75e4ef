package org.yujian.search.opensearch;

/**
 * One life of a generation. Another one with its name, made after it was deleted, has other values.
 *
 * @param alias a name that only this one has, so that no request reaches a later one
 * @param uuid given by OpenSearch; other after a restore from a snapshot, too
 */
record Incarnation(String alias, String uuid) {}
