package org.yujian.auth.oidc;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yujian.auth.Person;
import org.yujian.shared.json.StorableText;
import org.yujian.shared.settings.IdentityProviderSettings;
import org.yujian.shared.text.NameKeys;

/** Reads name and rights from what a provider says about a person. */
final class OidcClaims {

  private static final List<String> NAMES = List.of("name", "preferred_username", "email", "sub");
  private static final int LONGEST_NAME = 60;
  private static final int UUID_LENGTH = 36;

  private final IdentityProviderSettings settings;

  OidcClaims(IdentityProviderSettings settings) {
    this.settings = settings;
  }

  /**
   * @throws OidcRefused when no role has scopes, or no account is named although they limit people
   */
  Person person(String issuer, Map<String, Object> claims) {
    String name = name(claims);
    Set<String> scopes = new TreeSet<>();
    texts(claims, settings.rolesClaim())
        .map(settings.roles()::get)
        .filter(Objects::nonNull)
        .forEach(granted -> scopes.addAll(scopes(granted)));
    Set<UUID> accounts =
        settings
            .accountsClaim()
            .map(claim -> texts(claims, claim).flatMap(OidcClaims::id).collect(Collectors.toSet()))
            .orElse(null);
    if (scopes.isEmpty() || accounts != null && accounts.isEmpty()) {
      // Without the person's name, because the message is logged.
      String claim = scopes.isEmpty() ? settings.rolesClaim() : settings.accountsClaim().orElse("");
      throw new OidcRefused(
          OidcRefused.Reason.NO_ROLE, "the claim " + claim + " has nothing that counts here", null);
    }
    return new Person(issuer, String.valueOf(claims.get("sub")), name, scopes, accounts);
  }

  /** The scopes that a setting names. */
  static Set<String> scopes(String granted) {
    return Stream.of(granted.split(","))
        .map(String::strip)
        .filter(scope -> !scope.isEmpty())
        .collect(Collectors.toSet());
  }

  private static String name(Map<String, Object> claims) {
    return NAMES.stream()
        .map(claims::get)
        .filter(String.class::isInstance)
        .map(name -> clean((String) name))
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("?");
  }

  private static String clean(String name) {
    StringBuilder line = new StringBuilder();
    name.codePoints()
        .filter(c -> !NameKeys.isControl(c) && Character.getType(c) != Character.SURROGATE)
        .limit(LONGEST_NAME)
        .forEach(line::appendCodePoint);
    return NameKeys.clean(line.toString());
  }

  private static Stream<UUID> id(String text) {
    try {
      return text.length() == UUID_LENGTH ? Stream.of(UUID.fromString(text)) : Stream.empty();
    } catch (IllegalArgumentException noId) {
      return Stream.empty();
    }
  }

  /** The texts of a claim that is a text or a list of texts. */
  private static Stream<String> texts(Map<String, Object> claims, String path) {
    Object value = claims.get(path);
    if (value == null) {
      value = claims;
      for (String step : path.split("\\.")) {
        value = value instanceof Map<?, ?> object ? object.get(step) : null;
      }
    }
    Collection<?> all =
        value instanceof Collection<?> list ? list : value == null ? List.of() : List.of(value);
    return all.stream()
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(StorableText::accepts);
  }
}
