package org.yujian.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.yujian.shared.json.Json;

/**
 * An identity provider that knows one person and says about her whatever a test wants. Codes are
 * good once and need the verifier, client, secret and redirect address of the request.
 */
public final class OidcStub implements AutoCloseable {
  public static final String CLIENT = "yujian";
  public static final String SECRET = "s3cret";

  private static final String BASIC =
      "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(UTF_8));

  private final HttpServer server;
  private final RSAKey key = key("one");
  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
  private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
  private final Map<String, Object> claims = new HashMap<>();
  private final Map<String, Object> userInfo = new HashMap<>();
  private RSAKey signing = key;

  public OidcStub() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    server.createContext("/", this::answer);
    server.start();
    userInfo.put("sub", "u-1");
  }

  public String issuer() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** Changes a claim of the next ID tokens; null removes it. */
  public OidcStub claim(String name, Object value) {
    claims.put(name, value);
    return this;
  }

  public OidcStub userInfo(String name, Object value) {
    userInfo.put(name, value);
    return this;
  }

  /** From now on a path answers with this status and nothing else. */
  public void fail(String path, int status) {
    statuses.put(path, status);
  }

  public void recover() {
    statuses.clear();
  }

  public void signWithAnotherKey() {
    signing = key(key.getKeyID());
  }

  public void doNotSign() {
    signing = null;
  }

  /** What the person does at the provider: the code with which the browser is sent back. */
  public String authorize(URI address) {
    Map<String, String> query = fields(address.getRawQuery());
    assertThat(address.toString()).startsWith(issuer() + "/auth?");
    assertThat(query)
        .containsEntry("client_id", CLIENT)
        .containsEntry("response_type", "code")
        .containsEntry("code_challenge_method", "S256");
    String code = "code-" + codes.size();
    codes.put(code, query);
    return code;
  }

  public static Map<String, String> fields(String form) {
    Map<String, String> fields = new HashMap<>();
    for (String field : form.split("&")) {
      String[] parts = field.split("=", 2);
      fields.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
    }
    return fields;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Integer failing = statuses.get(path);
    if (failing != null) {
      send(exchange, failing, Map.of("error", "temporarily_unavailable"));
    } else if (path.equals("/.well-known/openid-configuration")) {
      send(exchange, 200, discovery());
    } else if (path.equals("/jwks")) {
      send(exchange, 200, Map.of("keys", List.of(key.toPublicJWK().toJSONObject())));
    } else if (path.equals("/token")) {
      token(exchange);
    } else if (path.equals("/me")) {
      send(exchange, 200, userInfo);
    } else {
      send(exchange, 404, Map.of());
    }
  }

  private Map<String, Object> discovery() {
    return Map.of(
        "issuer",
        issuer(),
        "authorization_endpoint",
        issuer() + "/auth",
        "token_endpoint",
        issuer() + "/token",
        "userinfo_endpoint",
        issuer() + "/me",
        "jwks_uri",
        issuer() + "/jwks",
        "response_types_supported",
        List.of("code"),
        "subject_types_supported",
        List.of("public"),
        "id_token_signing_alg_values_supported",
        List.of("RS256"));
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> form = fields(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    Map<String, String> begun = codes.remove(form.get("code"));
    boolean good =
        begun != null
            && BASIC.equals(exchange.getRequestHeaders().getFirst("Authorization"))
            && begun.get("redirect_uri").equals(form.get("redirect_uri"))
            && begun.get("code_challenge").equals(challenge(form.get("code_verifier")));
    if (!good) {
      send(exchange, 400, Map.of("error", "invalid_grant"));
      return;
    }
    Map<String, Object> tokens =
        Map.of(
            "access_token",
            "opaque",
            "token_type",
            "Bearer",
            "expires_in",
            60,
            "id_token",
            idToken(begun.get("nonce")));
    send(exchange, 200, tokens);
  }

  private String idToken(String nonce) {
    Instant now = Instant.now();
    JWTClaimsSet.Builder token =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .audience(CLIENT)
            .subject("u-1")
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(60)))
            .claim("nonce", nonce)
            .claim("name", "王编辑")
            .claim("roles", List.of("editor", "reader"));
    claims.forEach(token::claim);
    if (signing == null) {
      return new PlainJWT(token.build()).serialize();
    }
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(signing.getKeyID()).build();
    SignedJWT jwt = new SignedJWT(header, token.build());
    try {
      jwt.sign(new RSASSASigner(signing));
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
    return jwt.serialize();
  }

  private static void send(HttpExchange exchange, int status, Object body) throws IOException {
    byte[] bytes = Json.text(body).getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static String challenge(String verifier) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
