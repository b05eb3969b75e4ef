/**
 * How the program reads and writes JSON: one set of rules for HTTP, problem documents and tests.
 *
 * <p>Input is strict: unknown names, duplicate names, trailing text, text that PostgreSQL cannot
 * store and times without offset are refused. Output is uniform: RFC 3339 UTC with six decimals, no
 * nulls. Owns no tables.
 */
package org.yujian.shared.json;
