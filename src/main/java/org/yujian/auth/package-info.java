/**
 * Authentication and authorization of the desk (keys with scopes and account limits) and the audit
 * of its actions. Owns the tables {@code api_key}, {@code audit} and {@code audit_head}.
 *
 * <p>A resource names the scope with {@code @PermissionsAllowed} and passes the {@link
 * org.yujian.auth.Caller} to its service, which checks the account. Secrets are random enough that
 * a plain hash is stored. It is looked up on each request, so that a revoked key stops working at
 * once on every node. Price: one indexed read per desk request. A key creates, sees and revokes
 * only keys within its own scopes, accounts and expiry; others are unknown to it.
 *
 * <p>Every service that writes for the desk ends its transaction with {@link
 * org.yujian.auth.Audit#record}. Rows are sealed later into a hash chain by one sealer, which
 * numbers them itself because ids do not become visible in the order in which they were assigned.
 * Writers never wait for it. Price: a row can still be changed undetected in its first second. The
 * owner of the tables could rewrite the whole chain; a copy of the head kept elsewhere reveals
 * that.
 */
package org.yujian.auth;
