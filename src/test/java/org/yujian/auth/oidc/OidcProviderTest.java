package org.yujian.auth.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yujian.auth.Person;
import org.yujian.testing.OidcSettings;
import org.yujian.testing.OidcStub;
import org.yujian.testing.RawServer;

/** What is taken from a provider, and what is not, against a local one. */
class OidcProviderTest {
  private static final URI CALLBACK = URI.create("https://desk.example" + OidcProvider.CALLBACK);

  private final OidcStub stub = new OidcStub();
  private final OidcSettings settings = OidcSettings.of(stub.issuer());
  private OidcProvider provider = new OidcProvider(settings, CALLBACK);

  @AfterEach
  void stop() {
    stub.close();
  }

  private Person signIn() {
    OidcAttempt attempt = OidcAttempt.begin("/desk");
    return provider.person(attempt, stub.authorize(provider.address(attempt)));
  }

  private OidcRefused.Reason refusal() {
    return catchThrowableOfType(OidcRefused.class, this::signIn).reason();
  }

  @Test
  void theAddressHoldsNoSecret() {
    OidcAttempt attempt = OidcAttempt.begin("/desk/x?y=1");
    String address = provider.address(attempt).toString();
    Map<String, String> query = OidcStub.fields(URI.create(address).getRawQuery());
    assertThat(query)
        .containsEntry("redirect_uri", CALLBACK.toString())
        .containsEntry("state", attempt.state())
        .containsEntry("nonce", attempt.nonce());
    assertThat(query.get("scope").split(" ")).containsExactlyInAnyOrder("openid", "profile");
    assertThat(address).doesNotContain(attempt.secret(), attempt.verifier(), OidcStub.SECRET);
  }

  @Test
  void rolesBecomeScopes() {
    Person person = signIn();
    assertThat(person.issuer()).isEqualTo(stub.issuer());
    assertThat(person.subject()).isEqualTo("u-1");
    assertThat(person.name()).isEqualTo("王编辑");
    assertThat(person.scopes()).containsExactlyInAnyOrder("content:read", "content:write");
    assertThat(person.accounts()).isNull();
    stub.claim("roles", List.of("editor", "chief"));
    assertThat(signIn().scopes()).hasSize(3).contains("content:publish");
  }

  @Test
  void claimsMayBeInObjectsAndInTheUserInfo() {
    provider.use(settings.withRolesClaim("realm_access.roles"));
    stub.claim("roles", null).claim("realm_access", Map.of("roles", List.of("chief")));
    assertThat(signIn().scopes()).containsExactly("content:publish");
    stub.claim("realm_access", null).userInfo("realm_access", Map.of("roles", List.of("editor")));
    assertThat(signIn().scopes()).contains("content:write");
    // What the provider has signed goes before.
    stub.claim("realm_access", Map.of("roles", List.of("chief")));
    assertThat(signIn().scopes()).containsExactly("content:publish");
  }

  @Test
  void accountsLimitAPersonIfTheProviderNamesThem() {
    provider.use(settings.withAccountsClaim("accounts"));
    UUID account = UUID.randomUUID();
    stub.claim("accounts", List.of(account.toString(), "jia", "1-1-1-1-1"));
    assertThat(signIn().accounts()).containsExactly(account);
    stub.claim("accounts", null);
    assertThat(refusal()).isEqualTo(OidcRefused.Reason.NO_ROLE);
  }

  @Test
  void aNameIsOneLineWithoutControls() {
    stub.claim("name", "王\u202E\n编辑\u0000" + "长".repeat(100));
    assertThat(signIn().name()).startsWith("王编辑长").hasSize(60);
    stub.claim("name", " \n").claim("preferred_username", "wang");
    assertThat(signIn().name()).isEqualTo("wang");
  }

  @Test
  void withoutAMappedRoleNobodyIsSignedIn() {
    for (Object roles : new Object[] {null, List.of(), List.of("reader"), "x", 7, Map.of()}) {
      stub.claim("roles", roles);
      assertThat(refusal()).as(String.valueOf(roles)).isEqualTo(OidcRefused.Reason.NO_ROLE);
    }
    stub.claim("roles", "chief");
    assertThat(signIn().scopes()).containsExactly("content:publish");
  }

  @Test
  void tokensThatAreNotForThisAttemptAreRefused() {
    Date past = Date.from(Instant.now().minusSeconds(600));
    Date future = Date.from(Instant.now().plusSeconds(600));
    List<Consumer<OidcStub>> wrongs =
        List.of(
            wrong -> wrong.claim("nonce", "another"),
            wrong -> wrong.claim("nonce", null),
            wrong -> wrong.claim("exp", past),
            wrong -> wrong.claim("iat", future),
            wrong -> wrong.claim("iss", "https://evil.example"),
            wrong -> wrong.claim("aud", "another-client"),
            wrong -> wrong.claim("sub", "u-2"),
            OidcStub::signWithAnotherKey,
            OidcStub::doNotSign);
    for (int i = 0; i < wrongs.size(); i++) {
      try (OidcStub other = new OidcStub()) {
        provider.use(OidcSettings.of(other.issuer()));
        OidcAttempt attempt = OidcAttempt.begin("/desk");
        assertThat(provider.person(attempt, other.authorize(provider.address(attempt))).name())
            .isEqualTo("王编辑");
        wrongs.get(i).accept(other);
        String code = other.authorize(provider.address(attempt));
        OidcRefused refused =
            catchThrowableOfType(OidcRefused.class, () -> provider.person(attempt, code));
        assertThat(refused.reason()).as("wrong " + i).isEqualTo(OidcRefused.Reason.FAILED);
      }
    }
  }

  @Test
  void codesAreGoodOnceAndForOneBrowser() {
    OidcAttempt attempt = OidcAttempt.begin("/desk");
    String code = stub.authorize(provider.address(attempt));
    OidcAttempt other = OidcAttempt.begin("/desk");
    for (OidcAttempt wrong : List.of(other, attempt)) {
      assertThat(
              catchThrowableOfType(OidcRefused.class, () -> provider.person(wrong, code)).reason())
          .isEqualTo(OidcRefused.Reason.FAILED);
    }
  }

  @Test
  void aProviderThatFailsIsAwayUntilItIsBack() {
    for (String path : List.of("/.well-known/openid-configuration", "/token", "/me", "/jwks")) {
      provider = new OidcProvider(settings, CALLBACK);
      stub.fail(path, 500);
      assertThat(refusal()).as(path).isEqualTo(OidcRefused.Reason.AWAY);
      stub.recover();
      assertThat(signIn().name()).isEqualTo("王编辑");
    }
    stub.fail("/token", 401);
    assertThat(refusal()).isEqualTo(OidcRefused.Reason.FAILED);
  }

  @Test
  void aProviderThatIsGoneOrSilentIsAway() {
    OidcAttempt attempt = OidcAttempt.begin("/desk");
    provider.address(attempt);
    stub.close();
    assertThat(
            catchThrowableOfType(OidcRefused.class, () -> provider.person(attempt, "x")).reason())
        .isEqualTo(OidcRefused.Reason.AWAY);
    provider = new OidcProvider(settings, CALLBACK);
    assertThat(refusal()).isEqualTo(OidcRefused.Reason.AWAY);
    try (RawServer silent = new RawServer(connection -> connection.getInputStream().read())) {
      provider.use(OidcSettings.of("http://localhost:" + silent.port()));
      assertThat(refusal()).isEqualTo(OidcRefused.Reason.AWAY);
    }
  }
}
