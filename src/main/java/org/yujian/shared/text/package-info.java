/**
 * Keys made from names and stored, for uniqueness, sorting and URLs. ICU4J makes them, not the
 * database, so that a server's locale or an upgrade never changes a key. Also classifies
 * characters.
 */
package org.yujian.shared.text;
