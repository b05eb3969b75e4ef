/**
 * The API's documentation over HTTP: the OpenAPI document at {@code /openapi} and Swagger UI at
 * {@code /docs}, where every operation can be tried out. Owns no tables.
 *
 * <p>Swagger UI is from {@code smallrye-open-api-ui}; the build unpacks its script and its style
 * sheet. Quarkus' own extension serves them too, but with a page that has an inline script and
 * without compression, so it is left out of the package. Here the page has no inline script or
 * style, which allows a strict Content-Security-Policy. Both addresses serve files that are read
 * and compressed once, at first request. Price: about 3 MB of memory from then on.
 */
package org.yujian.shared.docs;
