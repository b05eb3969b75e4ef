/**
 * Client of an identity provider (OpenID Connect Core 1.0, code flow with PKCE), for signing in at
 * the desk. Owns no tables and has no state of its own: what an attempt must remember is derived
 * from a secret in a cookie, so that another node may finish it.
 *
 * <p>The tokens are read once and dropped; {@link org.yujian.auth.DeskSessionService} begins a
 * session instead. Price: a person whom the provider locks out keeps a session until it ends.
 */
package org.yujian.auth.oidc;
