/**
 * Shared by all JAX-RS resources: conditional and compressed public reads, {@code If-Match} and
 * versions, parameters and form fields, headers of pages, the public address. Owns no tables.
 * Filters turn the result of a {@link org.yujian.shared.web.PublicRead} method into bytes, cache
 * them and compare them with the client's ETag. Price: a response is held in memory as a whole.
 */
package org.yujian.shared.web;
