package org.yujian.auth.oidc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yujian.shared.settings.IdentityProviderSettings;
import org.yujian.testing.OidcSettings;

class OidcCheckTest {

  private static void refused(IdentityProviderSettings settings, String setting) {
    assertThatThrownBy(() -> OidcCheck.check(settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("yujian.desk.oidc." + setting);
  }

  @Test
  void wholeSettingsAndNoneAreFine() {
    OidcCheck.check(OidcSettings.off());
    for (String issuer :
        List.of("https://login.example/realms/a", "http://localhost:8180", "http://[::1]:1")) {
      OidcCheck.check(OidcSettings.of(issuer));
    }
  }

  @Test
  void whatIsMissingOrWrongIsNamed() {
    OidcSettings good = OidcSettings.of("https://login.example");
    for (String issuer : List.of("login.example", "http://login.example", "https://a?b=c", "")) {
      refused(OidcSettings.of(issuer), "issuer");
    }
    refused(good.withClientId(null), "client-id");
    refused(good.withRoles(Map.of()), "roles");
    refused(good.withRoles(Map.of("editor", "content:read,content:wirte")), "roles.editor");
    refused(OidcSettings.off().withClientId("yujian"), "issuer");
  }
}
