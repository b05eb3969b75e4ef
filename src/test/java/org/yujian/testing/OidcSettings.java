package org.yujian.testing;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yujian.shared.settings.IdentityProviderSettings;

/** Settings of an identity provider, each of which a test may change. */
public record OidcSettings(
    Optional<String> issuer,
    Optional<String> clientId,
    Optional<String> clientSecret,
    Set<String> scopes,
    String rolesClaim,
    Map<String, String> roles,
    Optional<String> accountsClaim,
    Optional<String> label)
    implements IdentityProviderSettings {

  /** The role {@code editor} reads and writes content. */
  public static OidcSettings of(String issuer) {
    return new OidcSettings(
        Optional.of(issuer),
        Optional.of(OidcStub.CLIENT),
        Optional.of(OidcStub.SECRET),
        Set.of("profile"),
        "roles",
        Map.of("editor", "content:read, content:write", "chief", "content:publish"),
        Optional.empty(),
        Optional.of("办公室账户"));
  }

  public static OidcSettings off() {
    return new OidcSettings(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        "roles",
        Map.of(),
        Optional.empty(),
        Optional.empty());
  }

  public OidcSettings withRolesClaim(String claim) {
    return new OidcSettings(
        issuer, clientId, clientSecret, scopes, claim, roles, accountsClaim, label);
  }

  public OidcSettings withRoles(Map<String, String> other) {
    return new OidcSettings(
        issuer, clientId, clientSecret, scopes, rolesClaim, other, accountsClaim, label);
  }

  public OidcSettings withAccountsClaim(String claim) {
    return new OidcSettings(
        issuer, clientId, clientSecret, scopes, rolesClaim, roles, Optional.of(claim), label);
  }

  public OidcSettings withClientId(String other) {
    return new OidcSettings(
        issuer,
        Optional.ofNullable(other),
        clientSecret,
        scopes,
        rolesClaim,
        roles,
        accountsClaim,
        label);
  }
}
