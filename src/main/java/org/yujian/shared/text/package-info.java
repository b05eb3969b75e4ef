/**
 * What is made from names once and stored: keys for uniqueness, order and URLs. Made in Java by
 * ICU4J, not by the database, so that a server's locale or an upgrade never changes them. Beside
 * them what the rules for text ask of single characters.
 */
package org.yujian.shared.text;
