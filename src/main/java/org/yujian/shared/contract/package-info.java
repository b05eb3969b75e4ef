/**
 * Completes the OpenAPI document at build time: shared parameters, headers, responses and problems,
 * examples, value sets and texts. Nothing here runs while requests are served. Owns no tables.
 *
 * <p>SmallRye reads resources and records; {@code OASFilter}s add what annotations would have to
 * repeat. {@code openapi-texts.json} and {@code openapi-values.json} contain the texts. Price: a
 * new value set is written there and as an enum, and a test compares both.
 */
package org.yujian.shared.contract;
