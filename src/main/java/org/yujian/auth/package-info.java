/**
 * Authentication and authorization of the desk, the API of editors and integrators (keys with
 * scopes and account limits, sessions of browsers), and the audit of desk actions. Owns the tables
 * {@code api_key}, {@code desk_session}, {@code desk_person}, {@code audit} and {@code audit_head}.
 *
 * <p>A resource names the scope with {@code @PermissionsAllowed} and passes the {@link
 * org.yujian.auth.Caller} to its service, which checks the account. Secrets are random enough for a
 * plain hash, which is looked up on each request, so that a revoked key stops working at once on
 * every node. Price: one indexed read per desk request.
 *
 * <p>A session of a browser is a cookie with a secret of its own and a row that refers to the key,
 * so that it has the rights of the key and ends with it. Requests that change something are
 * accepted with a cookie only if the browser says that an own page sends them.
 *
 * <p>Every service that writes for the desk ends its transaction with {@link
 * org.yujian.auth.Audit#record}. One sealer adds the rows to a hash chain later, in its own
 * numbering because ids do not become visible in order. Price: in its first second a row can be
 * changed undetected. The owner of the tables could rewrite the whole chain; a copy of the head
 * kept elsewhere reveals that.
 */
package org.yujian.auth;
