package org.yujian.auth.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;

/**
 * Addresses of a provider (OpenID Connect Discovery 1.0) and the check of its ID tokens, whose keys
 * are read again when they change. Tokens must be signed with a public key.
 */
record RemoteProvider(OIDCProviderMetadata metadata, IDTokenValidator validator) {

  private static final int CONNECT_MILLIS = 2_000;
  private static final int READ_MILLIS = 3_000;
  private static final int MOST_BYTES = 200_000;

  static RemoteProvider discover(String address, ClientID client)
      throws GeneralException, IOException {
    Issuer issuer = new Issuer(address);
    OIDCProviderMetadata metadata =
        OIDCProviderMetadata.resolve(issuer, CONNECT_MILLIS, READ_MILLIS);
    JWKSource<SecurityContext> keys =
        JWKSourceBuilder.create(
                metadata.getJWKSetURI().toURL(),
                new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, MOST_BYTES))
            .build();
    IDTokenValidator validator =
        new IDTokenValidator(
            issuer,
            client,
            new JWSVerificationKeySelector<>(JWSAlgorithm.Family.SIGNATURE, keys),
            null);
    return new RemoteProvider(metadata, validator);
  }

  static void limit(HTTPRequest request) {
    request.setConnectTimeout(CONNECT_MILLIS);
    request.setReadTimeout(READ_MILLIS);
    request.setFollowRedirects(false);
  }
}
