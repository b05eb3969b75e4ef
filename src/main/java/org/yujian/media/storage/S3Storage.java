package org.yujian.media.storage;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.yujian.media.storage.StorageFailed.Reason;
import org.yujian.shared.settings.Settings;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Keeps files in a bucket of an S3-compatible server, with their CRC-32C as metadata. */
final class S3Storage implements PictureStorage {
  private static final Logger LOG = Logger.getLogger(S3Storage.class);
  private static final Duration SILENCE = Duration.ofSeconds(10);
  private static final Duration CALL = Duration.ofSeconds(30);
  private static final String CHECKSUM = "crc32c";
  private static final Pattern CONTENT_RANGE = Pattern.compile("bytes \\d+-\\d+/(\\d+)");

  /** Of an object that something else has stored; no bytes have it. */
  private static final long NO_CHECKSUM = -1;

  private static final int RANGE_NOT_SATISFIABLE = 416;
  private static final int SERVER_ERROR = 500;
  private static final int INSUFFICIENT_STORAGE = 507;

  private final S3Client client;
  private final String bucket;
  private final String prefix;

  private S3Storage(S3Client client, String bucket, String prefix) {
    this.client = client;
    this.bucket = bucket;
    this.prefix = prefix;
  }

  /** The storage for settings that {@link S3Access#check} accepts. */
  static S3Storage of(Settings.S3 settings) {
    return new S3Storage(
        S3Access.client(settings, SILENCE, CALL),
        settings.bucket().orElseThrow(),
        S3Access.prefix(settings));
  }

  /** A server that does not respond may come back; one that refuses needs other settings. */
  @Override
  public void prepare() {
    try {
      client.listObjectsV2(list -> list.bucket(bucket).prefix(prefix).maxKeys(1));
    } catch (S3Exception e) {
      if (e.statusCode() >= SERVER_ERROR) {
        LOG.warnf("The server of the pictures does not work: %s", S3Access.reason(e));
        return;
      }
      throw new StorageFailed(
          Reason.UNAVAILABLE,
          "The bucket "
              + bucket
              + " cannot be used: "
              + S3Access.reason(e)
              + ".\nCheck YUJIAN_MEDIA_S3_BUCKET, _ENDPOINT, _REGION, _ACCESS_KEY and _SECRET_KEY.",
          e);
    } catch (SdkException | UncheckedIOException e) {
      LOG.warnf("The server of the pictures does not respond: %s", e.getMessage());
    }
  }

  @Override
  public void put(String name, byte[] bytes) {
    String key = key(name);
    String checksum = Long.toHexString(VerifiedStream.checksum(bytes));
    call(
        "store " + name,
        () ->
            client.putObject(
                put -> put.bucket(bucket).key(key).metadata(Map.of(CHECKSUM, checksum)),
                RequestBody.fromBytes(bytes)));
  }

  @Override
  public Optional<StoredFile> open(String name, long from, long length) {
    String key = key(name);
    try {
      return Optional.of(length > 0 ? opened(name, key, from, length) : empty(key));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    } catch (S3Exception e) {
      if (e.statusCode() == RANGE_NOT_SATISFIABLE) {
        return open(name, 0, 0);
      }
      throw failed("read " + name, e);
    } catch (SdkException | UncheckedIOException e) {
      throw failed("read " + name, e);
    }
  }

  private StoredFile opened(String name, String key, long from, long length) {
    boolean whole = from == 0 && length == Long.MAX_VALUE;
    GetObjectRequest.Builder get = GetObjectRequest.builder().bucket(bucket).key(key);
    if (!whole) {
      get.range("bytes=" + from + "-" + (length > Long.MAX_VALUE - from ? "" : from + length - 1));
    }
    ResponseInputStream<GetObjectResponse> response = client.getObject(get.build());
    long part = response.response().contentLength();
    Matcher range = CONTENT_RANGE.matcher(String.valueOf(response.response().contentRange()));
    long size = range.matches() ? Long.parseLong(range.group(1)) : part;
    Long crc = part == size ? checksum(response.response()) : null;
    return new StoredFile(size, new VerifiedStream(name, response, part, crc));
  }

  private static Long checksum(GetObjectResponse response) {
    String written = response.metadata().get(CHECKSUM);
    return written == null ? NO_CHECKSUM : Long.valueOf(written, 16);
  }

  private StoredFile empty(String key) {
    HeadObjectResponse head = client.headObject(request -> request.bucket(bucket).key(key));
    return new StoredFile(head.contentLength(), InputStream.nullInputStream());
  }

  @Override
  public void delete(String name) {
    String key = key(name);
    call("delete " + name, () -> client.deleteObject(delete -> delete.bucket(bucket).key(key)));
  }

  @Override
  public Stream<StoredName> list() {
    return Stream.iterate(page(null), Objects::nonNull, this::next)
        .flatMap(page -> page.contents().stream())
        .flatMap(this::listed);
  }

  private ListObjectsV2Response next(ListObjectsV2Response page) {
    return page.nextContinuationToken() == null ? null : page(page.nextContinuationToken());
  }

  private ListObjectsV2Response page(String token) {
    return call(
        "list the files",
        () ->
            client.listObjectsV2(
                list -> list.bucket(bucket).prefix(prefix).continuationToken(token)));
  }

  private Stream<StoredName> listed(S3Object object) {
    String name = object.key().substring(prefix.length());
    return StoredName.isValid(name)
        ? Stream.of(new StoredName(name, object.size(), object.lastModified()))
        : Stream.empty();
  }

  private String key(String name) {
    return prefix + StoredName.requireValid(name);
  }

  private <T> T call(String what, Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException | UncheckedIOException e) {
      throw failed(what, e);
    }
  }

  private StorageFailed failed(String what, RuntimeException e) {
    boolean full = e instanceof S3Exception s3 && s3.statusCode() == INSUFFICIENT_STORAGE;
    return new StorageFailed(
        full ? Reason.FULL : Reason.UNAVAILABLE,
        "Cannot " + what + " in the bucket " + bucket + ": " + e.getMessage(),
        e);
  }

  @Override
  public void close() {
    client.close();
  }
}
