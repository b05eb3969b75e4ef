package org.yujian.auth.oidc;

import java.net.URI;
import java.util.Set;
import org.yujian.auth.Caller;
import org.yujian.shared.settings.IdentityProviderSettings;

/**
 * Checks the settings of signing in at a provider before the start, which loads no class of the
 * client's library.
 */
public final class OidcCheck {

  private static final String NAME = "yujian.desk.oidc.";
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private OidcCheck() {}

  /** Throws {@link IllegalArgumentException} with a message for the operator. */
  public static void check(IdentityProviderSettings settings) {
    if (settings.issuer().isEmpty()) {
      require(
          settings.clientId().isEmpty() && settings.roles().isEmpty(),
          NAME + "issuer is not set, but other settings of the identity provider are");
      return;
    }
    require(
        isAddress(settings.issuer().get()),
        NAME
            + "issuer must be the https:// address of an identity provider, but is: "
            + settings.issuer().get());
    require(settings.clientId().isPresent(), NAME + "client-id must be set with an issuer");
    require(
        !settings.roles().isEmpty(),
        NAME + "roles.<role> must name the scopes of at least one role, else nobody may sign in");
    settings.roles().forEach(OidcCheck::checkRole);
  }

  private static void checkRole(String role, String granted) {
    Set<String> all = Caller.program("").scopes();
    require(
        all.containsAll(OidcClaims.scopes(granted)),
        NAME + "roles." + role + " must be scopes out of " + all + ", but is: " + granted);
  }

  /** Tokens would cross the network readably without HTTPS. */
  private static boolean isAddress(String issuer) {
    try {
      URI uri = URI.create(issuer);
      return uri.getHost() != null
          && uri.getRawQuery() == null
          && ("https".equals(uri.getScheme())
              || "http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost()));
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }

  private static void require(boolean good, String message) {
    if (!good) {
      throw new IllegalArgumentException(message);
    }
  }
}
