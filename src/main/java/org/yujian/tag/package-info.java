/**
 * Tags: subjects of articles, never of people. Owns the table {@code tag}. The tags of an article
 * belong to package edition, because they are published with the edition.
 *
 * <p>A tag is global: all accounts share it. Articles refer to its slug, which never changes, so a
 * rename changes no article. The entity is called TagEntity because frameworks use the name Tag.
 */
package org.yujian.tag;
