package org.yujian.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.yujian.media.storage.S3Access;
import org.yujian.shared.settings.Settings;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Daily backups in a bucket, named like those of {@link BackupFolder}. Other objects in it are left
 * alone. Every call fails with {@link BackupFailure}.
 */
public final class BackupBucket implements AutoCloseable {
  /** S3 takes at most 10,000 parts, of 5 MB or more each but the last one. */
  private static final int PART = 8 << 20;

  private static final int MOST_PARTS = 10_000;
  private static final Duration SILENCE = Duration.ofMinutes(1);
  private static final Duration CALL = Duration.ofMinutes(10);
  private static final String SHA256 = "sha256";

  private final S3Client client;
  private final String bucket;
  private final String prefix;
  private final int part;

  private BackupBucket(S3Client client, String bucket, String prefix, int part) {
    this.client = client;
    this.bucket = bucket;
    this.prefix = prefix;
    this.part = part;
  }

  /** The bucket of settings that {@link S3Access#check} accepts. */
  static BackupBucket of(Settings.S3 settings) {
    return of(settings, PART);
  }

  /**
   * @param part bytes that are in memory at once
   */
  static BackupBucket of(Settings.S3 settings, int part) {
    return new BackupBucket(
        S3Access.client(settings, SILENCE, CALL),
        settings.bucket().orElseThrow(),
        S3Access.prefix(settings),
        part);
  }

  /**
   * Copies an object into a file that only its owner may read.
   *
   * @param address {@code s3://BUCKET/KEY}; server and keys are those of the settings
   */
  public static void download(Settings.S3 settings, String address, Path to) {
    String[] parts = address.split("/", 4);
    if (parts.length < 4 || parts[2].isEmpty() || parts[3].isEmpty()) {
      throw new BackupFailure(address + " is no address like s3://BUCKET/yujian-2026-12-01.zip.");
    }
    if (settings.accessKey().isEmpty() || settings.secretKey().isEmpty()) {
      throw new BackupFailure(
          "The keys of the bucket are missing.\nSet YUJIAN_BACKUP_S3_BUCKET, _ACCESS_KEY and"
              + " _SECRET_KEY, and _ENDPOINT unless it is at AWS.");
    }
    S3Client client = S3Access.client(settings, SILENCE, CALL);
    try (BackupBucket bucket = new BackupBucket(client, parts[2], "", PART)) {
      bucket.get(parts[3], to);
    }
  }

  private void get(String key, Path to) {
    call(
        "read " + key,
        () -> {
          try (InputStream in = client.getObject(get -> get.bucket(bucket).key(key))) {
            return Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
          }
        });
  }

  /** When each daily backup in it was stored, by name, the oldest first. */
  Map<String, Instant> list() {
    Map<String, Instant> found = new TreeMap<>();
    call(
        "list the backups",
        () -> {
          client
              .listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix + "yujian-"))
              .contents()
              .forEach(
                  each -> found.put(each.key().substring(prefix.length()), each.lastModified()));
          return found;
        });
    found.keySet().removeIf(name -> !BackupFolder.isDaily(name));
    return found;
  }

  /** Deletes all daily backups but the newest. */
  void keepNewest(int count) {
    List<String> names = List.copyOf(list().keySet());
    for (String old : names.subList(0, Math.max(0, names.size() - count))) {
      call("delete " + old, () -> client.deleteObject(one -> one.bucket(bucket).key(prefix + old)));
    }
  }

  /**
   * Stores a copy of a file. The server compares each part with its MD5 hash; afterwards the length
   * of the whole is compared, and its SHA-256 is kept with it.
   */
  void put(Path file) {
    String name = file.getFileName().toString();
    String key = prefix + name;
    call("store " + name, () -> upload(file, key));
    HeadObjectResponse stored =
        call("check " + name, () -> client.headObject(head -> head.bucket(bucket).key(key)));
    long bytes = file.toFile().length();
    if (stored.contentLength() != bytes) {
      call("delete " + name, () -> client.deleteObject(one -> one.bucket(bucket).key(key)));
      throw new BackupFailure(
          "The bucket "
              + bucket
              + " has "
              + stored.contentLength()
              + " bytes of "
              + name
              + " instead of "
              + bytes
              + "; they were deleted there.");
    }
  }

  private String upload(Path file, String key) throws IOException {
    Map<String, String> metadata = Map.of(SHA256, sha256(file));
    int length = (int) Math.max(part, Files.size(file) / (MOST_PARTS - 1) + 1);
    abortLeftUploads(key);
    String id =
        client
            .createMultipartUpload(begin -> begin.bucket(bucket).key(key).metadata(metadata))
            .uploadId();
    boolean complete = false;
    try (InputStream in = Files.newInputStream(file)) {
      List<CompletedPart> parts = new ArrayList<>();
      byte[] bytes = in.readNBytes(length);
      do {
        parts.add(uploadPart(key, id, parts.size() + 1, bytes));
        bytes = in.readNBytes(length);
      } while (bytes.length > 0);
      client.completeMultipartUpload(
          end -> end.bucket(bucket).key(key).uploadId(id).multipartUpload(all -> all.parts(parts)));
      complete = true;
      return id;
    } finally {
      if (!complete) {
        abort(key, id);
      }
    }
  }

  private CompletedPart uploadPart(String key, String id, int number, byte[] bytes) {
    String md5 = Base64.getEncoder().encodeToString(md5(bytes));
    String etag =
        client
            .uploadPart(
                put -> put.bucket(bucket).key(key).uploadId(id).partNumber(number).contentMD5(md5),
                RequestBody.fromInputStream(new ByteArrayInputStream(bytes), bytes.length))
            .eTag();
    return CompletedPart.builder().partNumber(number).eTag(etag).build();
  }

  /** A killed process leaves parts, which cost as much as an object. */
  private void abortLeftUploads(String key) {
    client
        .listMultipartUploads(list -> list.bucket(bucket).prefix(prefix + "yujian-"))
        .uploads()
        .stream()
        .filter(left -> left.key().equals(key))
        .forEach(left -> abort(key, left.uploadId()));
  }

  private void abort(String key, String id) {
    try {
      client.abortMultipartUpload(end -> end.bucket(bucket).key(key).uploadId(id));
    } catch (SdkException e) {
      // The next upload of this name tries again.
      return;
    }
  }

  private static String sha256(Path file) throws IOException {
    try (DigestedInput in = new DigestedInput(Files.newInputStream(file))) {
      in.transferTo(OutputStream.nullOutputStream());
      return in.sha256Hex();
    }
  }

  private static byte[] md5(byte[] bytes) {
    try {
      return MessageDigest.getInstance("MD5").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has MD5", e);
    }
  }

  private <T> T call(String what, Callable<T> call) {
    try {
      return call.call();
    } catch (NoSuchKeyException e) {
      throw new BackupFailure("Cannot " + what + ": it is not in the bucket " + bucket + ".", e);
    } catch (S3Exception e) {
      throw failed(what, S3Access.reason(e), e);
    } catch (SdkException | IOException | UncheckedIOException e) {
      throw failed(what, e.getMessage(), e);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private BackupFailure failed(String what, String reason, Exception e) {
    return new BackupFailure(
        "Cannot "
            + what
            + " in the bucket "
            + bucket
            + ": "
            + reason
            + ".\nCheck YUJIAN_BACKUP_S3_BUCKET, _ENDPOINT, _REGION, _ACCESS_KEY and _SECRET_KEY.",
        e);
  }

  @Override
  public void close() {
    client.close();
  }
}
