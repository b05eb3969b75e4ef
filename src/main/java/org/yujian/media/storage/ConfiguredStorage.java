package org.yujian.media.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yujian.shared.settings.Settings;

/** Chooses the storage by the settings: a bucket if one is named, else a folder. */
@ApplicationScoped
public class ConfiguredStorage {
  private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9._-]+(?:/[A-Za-z0-9._-]+)*/?");
  private static final String VARIABLE = "YUJIAN_MEDIA_S3_";

  /**
   * @throws IllegalArgumentException for settings that cannot be used, with two lines for the
   *     operator
   */
  public static void check(Settings.Media settings) {
    Settings.S3 s3 = settings.s3();
    if (s3.bucket().isEmpty()) {
      requireNone(s3);
      return;
    }
    require(
        settings.folder().isEmpty(),
        "yujian.media.folder and yujian.media.s3.bucket are both set.",
        "Unset YUJIAN_MEDIA_FOLDER to keep pictures in the bucket, or " + VARIABLE + "BUCKET.");
    require(
        s3.accessKey().isPresent() && s3.secretKey().isPresent(),
        "yujian.media.s3.bucket is set, but not both keys.",
        "Set " + VARIABLE + "ACCESS_KEY and " + VARIABLE + "SECRET_KEY.");
    String endpoint = s3.endpoint().orElse("");
    require(
        s3.endpoint().isEmpty() || isAddress(endpoint),
        "yujian.media.s3.endpoint is not an address like https://s3.example.org: " + endpoint,
        "Set " + VARIABLE + "ENDPOINT, or unset it to use AWS.");
    String prefix = s3.prefix().orElse("");
    require(
        s3.prefix().isEmpty() || PREFIX.matcher(prefix).matches(),
        "yujian.media.s3.prefix is not a prefix like yujian/: " + prefix,
        "Use letters, digits and ._-/ in " + VARIABLE + "PREFIX.");
  }

  /** An address or keys without a bucket would be ignored, and the pictures kept in a folder. */
  private static void requireNone(Settings.S3 s3) {
    Map.of(
            "endpoint", s3.endpoint(),
            "access-key", s3.accessKey(),
            "secret-key", s3.secretKey(),
            "prefix", s3.prefix())
        .forEach(
            (name, value) ->
                require(
                    value.isEmpty(),
                    "yujian.media.s3." + name + " is set, but no bucket is named.",
                    "Set " + VARIABLE + "BUCKET as well, or unset it to use a folder."));
  }

  private static void require(boolean right, String what, String advice) {
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

  @Produces
  @ApplicationScoped
  PictureStorage storage(Settings settings) {
    return open(settings);
  }

  /** The storage of the settings, for a command, which closes it. */
  public static PictureStorage open(Settings settings) {
    Optional<String> bucket = settings.media().s3().bucket();
    return bucket.isPresent()
        ? S3Storage.of(settings.media().s3())
        : new FolderStorage(folder(settings), settings.media().shared());
  }

  /** The same for reading only, also beside the program that has locked the folder. */
  public static PictureStorage openForReading(Settings settings) {
    return settings.media().s3().bucket().isPresent()
        ? open(settings)
        : FolderStorage.reading(folder(settings));
  }

  private static Path folder(Settings settings) {
    return settings.media().folder().orElse(settings.dataDir().resolve("media"));
  }

  void close(@Disposes PictureStorage storage) {
    storage.close();
  }
}
