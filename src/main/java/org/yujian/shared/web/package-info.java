/**
 * Shared by all JAX-RS resources: conditional and compressed public reads, {@code If-Match} and
 * versions, parameters and form fields, headers of pages, the public address. Owns no tables.
 *
 * <p>A method with {@link org.yujian.shared.web.PublicRead} returns an entity; filters turn it into
 * bytes, cache them and compare them with what the client has. Price: a response is held in memory
 * as a whole.
 */
package org.yujian.shared.web;
