package org.yujian.media.storage;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.yujian.shared.settings.Settings;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Checks the settings of a bucket and makes clients for it; used for pictures and for backups. */
public final class S3Access {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9._-]+(?:/[A-Za-z0-9._-]+)*/?");

  private S3Access() {}

  /**
   * @param group the name of the settings without the last part, as in {@code yujian.media.s3}
   * @param otherwise what is done without a bucket, as in {@code use a folder}
   * @throws IllegalArgumentException for settings that cannot be used, with two lines for the
   *     operator
   */
  public static void check(String group, Settings.S3 s3, String otherwise) {
    String variable = group.replaceAll("[^a-z0-9]", "_").toUpperCase(Locale.ROOT) + "_";
    if (s3.bucket().isEmpty()) {
      requireNone(group, s3, "Set " + variable + "BUCKET as well, or unset it to " + otherwise);
      return;
    }
    require(
        s3.accessKey().isPresent() && s3.secretKey().isPresent(),
        group + ".bucket is set, but not both keys.",
        "Set " + variable + "ACCESS_KEY and " + variable + "SECRET_KEY.");
    String endpoint = s3.endpoint().orElse("");
    require(
        s3.endpoint().isEmpty() || isAddress(endpoint),
        group + ".endpoint is not an address like https://s3.example.org: " + endpoint,
        "Set " + variable + "ENDPOINT, or unset it to use AWS.");
    String prefix = s3.prefix().orElse("");
    require(
        s3.prefix().isEmpty() || PREFIX.matcher(prefix).matches(),
        group + ".prefix is not a prefix like yujian/: " + prefix,
        "Use letters, digits and ._-/ in " + variable + "PREFIX.");
  }

  /** An address or keys without a bucket would be ignored. */
  private static void requireNone(String group, Settings.S3 s3, String advice) {
    Map.of(
            "endpoint", s3.endpoint(),
            "access-key", s3.accessKey(),
            "secret-key", s3.secretKey(),
            "prefix", s3.prefix())
        .forEach(
            (name, value) ->
                require(
                    value.isEmpty(),
                    group + "." + name + " is set, but no bucket is named.",
                    advice + "."));
  }

  static void require(boolean right, String what, String advice) {
    if (!right) {
      throw new IllegalArgumentException(what + "\n" + advice);
    }
  }

  private static boolean isAddress(String url) {
    try {
      URI uri = new URI(url);
      boolean http = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      return http && uri.getHost() != null && uri.getQuery() == null && uri.getUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /**
   * A client for settings that {@link #check} accepts. The caller closes it.
   *
   * @param silence longest time without a byte from the server
   * @param call longest time of a call, with its retries
   */
  public static S3Client client(Settings.S3 settings, Duration silence, Duration call) {
    S3ClientBuilder builder =
        S3Client.builder()
            .region(Region.of(settings.region()))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(
                        settings.accessKey().orElseThrow(), settings.secretKey().orElseThrow())))
            .httpClientBuilder(
                UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(silence))
            .overrideConfiguration(
                each -> each.apiCallTimeout(call).addExecutionInterceptor(new AtOnce()))
            .forcePathStyle(true)
            // Many S3-compatible servers refuse the checksums that are the SDK's default.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
    settings.endpoint().map(URI::create).ifPresent(builder::endpointOverride);
    return builder.build();
  }

  /** The begin of all keys: empty, or with a slash at its end. */
  public static String prefix(Settings.S3 settings) {
    String prefix = settings.prefix().orElse("");
    return prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
  }

  /** The reason in a word, without the address of the request. */
  public static String reason(S3Exception e) {
    String code = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorCode();
    return code == null ? "status " + e.statusCode() : code;
  }

  /**
   * Sends bytes without waiting for {@code 100 Continue}: the HTTP client of the JDK fails when the
   * server has closed the connection that it would use again.
   */
  private static final class AtOnce implements ExecutionInterceptor {
    @Override
    public SdkHttpRequest modifyHttpRequest(
        Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
      return context.httpRequest().toBuilder().removeHeader("Expect").build();
    }
  }
}
