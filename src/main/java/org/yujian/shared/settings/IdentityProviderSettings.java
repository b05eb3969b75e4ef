package org.yujian.shared.settings;

import io.smallrye.config.WithDefault;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An identity provider (OpenID Connect Core 1.0) whose roles become scopes. */
public interface IdentityProviderSettings {

  /** Address of the provider, as in its discovery document. */
  Optional<String> issuer();

  Optional<String> clientId();

  /** Without one the client is public, protected by PKCE (RFC 7636) alone. */
  Optional<String> clientSecret();

  /** Scopes that the provider is asked for, besides {@code openid}. */
  @WithDefault("profile")
  Set<String> scopes();

  /** Claim with the roles of a person; dots lead into objects, as in realm_access.roles. */
  @WithDefault("roles")
  String rolesClaim();

  /** Scopes of each role, separated by commas. */
  Map<String, String> roles();

  /** Claim with the ids of the accounts of a person, who reaches all unless it is set. */
  Optional<String> accountsClaim();

  /** Name of the provider on the sign-in page. */
  Optional<String> label();
}
