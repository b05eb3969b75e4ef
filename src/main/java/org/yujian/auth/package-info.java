/**
 * Who may use the desk: keys, their scopes and account limits. Owns the tables {@code api_key} and
 * {@code audit}.
 *
 * <p>A resource names the scope with {@code @PermissionsAllowed} and hands the {@link
 * org.yujian.auth.Caller} to its service, which checks the account. Secrets are random enough that
 * a plain hash is stored; it is looked up on each request, so a revoked key stops at once on every
 * node. Price: one indexed read per desk request.
 */
package org.yujian.auth;
