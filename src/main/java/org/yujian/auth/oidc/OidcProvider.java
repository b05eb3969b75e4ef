package org.yujian.auth.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yujian.auth.Person;
import org.yujian.shared.settings.IdentityProviderSettings;
import org.yujian.shared.settings.Settings;
import org.yujian.shared.web.PublicUrl;

/**
 * Asks the identity provider of {@code yujian.desk.oidc} who somebody is. Its addresses are read
 * when somebody signs in, so that a start needs no provider. Methods that ask it throw {@link
 * OidcRefused}, after at most a few seconds.
 */
@ApplicationScoped
public class OidcProvider {

  /** Path of the address to which the provider sends people back; registered there. */
  public static final String CALLBACK = "/desk/sign-in/oidc/callback";

  private final URI callback;
  private volatile IdentityProviderSettings settings;
  private volatile RemoteProvider known;

  @Inject
  OidcProvider(Settings settings, PublicUrl site) {
    this(settings.desk().oidc(), URI.create(site.scannable(CALLBACK)));
  }

  OidcProvider(IdentityProviderSettings settings, URI callback) {
    this.settings = settings;
    this.callback = callback;
  }

  /** For tests with several providers in one program. */
  public void use(IdentityProviderSettings other) {
    settings = other;
    known = null;
  }

  public boolean enabled() {
    return settings.issuer().isPresent();
  }

  /** Name of the provider for people; its issuer unless it is set. */
  public String label() {
    return settings.label().or(settings::issuer).orElse("");
  }

  /** Address at the provider to which the browser is sent. */
  public URI address(OidcAttempt attempt) {
    Scope scope = new Scope("openid");
    settings.scopes().forEach(scope::add);
    return new AuthenticationRequest.Builder(ResponseType.CODE, scope, client(), callback)
        .endpointURI(discovered().metadata().getAuthorizationEndpointURI())
        .state(new State(attempt.state()))
        .nonce(new Nonce(attempt.nonce()))
        .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  /** The person who came back from the provider with this code. */
  public Person person(OidcAttempt attempt, String code) {
    try {
      OIDCTokens tokens = tokens(attempt, code);
      JWT idToken = tokens.getIDToken();
      Map<String, Object> signed =
          remote().validator().validate(idToken, new Nonce(attempt.nonce())).toJSONObject();
      Map<String, Object> claims = new HashMap<>(userInfo(tokens));
      if (claims.containsKey("sub") && !claims.get("sub").equals(signed.get("sub"))) {
        throw failed("the user info is about somebody else", null);
      }
      claims.putAll(signed);
      return new OidcClaims(settings).person(settings.issuer().orElseThrow(), claims);
    } catch (KeySourceException | IOException e) {
      throw away(e);
    } catch (BadJOSEException | JOSEException | GeneralException e) {
      throw failed(e.getMessage(), e);
    }
  }

  private OIDCTokens tokens(OidcAttempt attempt, String code) throws GeneralException, IOException {
    AuthorizationCodeGrant grant =
        new AuthorizationCodeGrant(
            new AuthorizationCode(code), callback, new CodeVerifier(attempt.verifier()));
    TokenResponse response = OIDCTokenResponseParser.parse(send(tokenRequest(grant)));
    if (!response.indicatesSuccess()) {
      throw failed(response.toErrorResponse().getErrorObject().toString(), null);
    }
    return ((OIDCTokenResponse) response.toSuccessResponse()).getOIDCTokens();
  }

  private HTTPRequest tokenRequest(AuthorizationCodeGrant grant) {
    OIDCProviderMetadata metadata = remote().metadata();
    URI endpoint = metadata.getTokenEndpointURI();
    if (settings.clientSecret().isEmpty()) {
      return new TokenRequest.Builder(endpoint, client(), grant).build().toHTTPRequest();
    }
    Secret secret = new Secret(settings.clientSecret().get());
    List<ClientAuthenticationMethod> methods = metadata.getTokenEndpointAuthMethods();
    boolean basic =
        methods == null || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    return new TokenRequest.Builder(
            endpoint,
            basic
                ? new ClientSecretBasic(client(), secret)
                : new ClientSecretPost(client(), secret),
            grant)
        .build()
        .toHTTPRequest();
  }

  /** Claims that many providers keep out of the ID token; empty when there is no such endpoint. */
  private Map<String, Object> userInfo(OIDCTokens tokens) throws GeneralException, IOException {
    URI endpoint = remote().metadata().getUserInfoEndpointURI();
    if (endpoint == null) {
      return Map.of();
    }
    UserInfoResponse response =
        UserInfoResponse.parse(
            send(new UserInfoRequest(endpoint, tokens.getAccessToken()).toHTTPRequest()));
    if (!response.indicatesSuccess()) {
      throw failed(response.toErrorResponse().getErrorObject().toString(), null);
    }
    UserInfo info = response.toSuccessResponse().getUserInfo();
    return info == null ? Map.of() : info.toJSONObject();
  }

  private static HTTPResponse send(HTTPRequest request) throws IOException {
    RemoteProvider.limit(request);
    HTTPResponse response = request.send();
    if (response.getStatusCode() >= 500) {
      throw new IOException(request.getURI() + " answers " + response.getStatusCode());
    }
    return response;
  }

  private ClientID client() {
    return new ClientID(settings.clientId().orElseThrow());
  }

  private RemoteProvider remote() {
    RemoteProvider present = known;
    return present == null ? discovered() : present;
  }

  /** Each attempt asks again: a browser should not be sent to a provider that is away. */
  private RemoteProvider discovered() {
    try {
      RemoteProvider found = RemoteProvider.discover(settings.issuer().orElseThrow(), client());
      known = found;
      return found;
    } catch (GeneralException | IOException e) {
      throw away(e);
    }
  }

  private static OidcRefused failed(String message, Throwable cause) {
    return new OidcRefused(OidcRefused.Reason.FAILED, message, cause);
  }

  private static OidcRefused away(Exception cause) {
    return new OidcRefused(OidcRefused.Reason.AWAY, cause.getMessage(), cause);
  }
}
