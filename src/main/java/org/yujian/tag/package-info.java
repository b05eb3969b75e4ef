/**
 * Tags: subjects of articles, never of people. Owns the table {@code tag}; which article has which
 * tag is the edition's business, since it is published with it.
 *
 * <p>A tag is global: every account uses the same. Its slug never changes and stands in articles,
 * so that a rename changes no article. The entity is called Subject because frameworks own the word
 * Tag.
 */
package org.yujian.tag;
