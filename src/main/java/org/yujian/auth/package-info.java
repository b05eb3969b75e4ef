/**
 * Who may use the desk: keys, their scopes and account limits; and who did what. Owns the tables
 * {@code api_key}, {@code audit} and {@code audit_head}.
 *
 * <p>A resource names the scope with {@code @PermissionsAllowed} and hands the {@link
 * org.yujian.auth.Caller} to its service, which checks the account. Secrets are random enough that
 * a plain hash is stored; it is looked up on each request, so a revoked key stops at once on every
 * node. Price: one indexed read per desk request. A key makes, sees and ends only keys within its
 * own scopes, accounts and expiry; others are unknown to it.
 *
 * <p>Every service that writes for the desk ends its transaction with {@link
 * org.yujian.auth.Audit#record}. Rows are sealed afterwards into a hash chain by one sealer, in an
 * order of its own, as their ids become visible in another than they were drawn: writers wait for
 * nothing, and a row can still be changed unseen in its first second. Whoever owns the tables could
 * write the whole chain anew; a head that was kept elsewhere shows that.
 */
package org.yujian.auth;
