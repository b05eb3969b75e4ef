/**
 * How the program reads and writes JSON: one set of rules for HTTP, problem documents and tests.
 *
 * <p>Strict on the way in (unknown names, repeated names, trailing text, text that PostgreSQL
 * cannot store, times without offset are all refused), uniform on the way out (RFC 3339 UTC with
 * six decimals, no nulls). Owns no tables.
 */
package org.yujian.shared.json;
