/**
 * Keys made from names once and stored, for uniqueness, sorting and URLs. ICU4J makes them in Java,
 * not the database, so that a server's locale or an upgrade never changes them. Also classifies the
 * characters that the text rules need.
 */
package org.yujian.shared.text;
