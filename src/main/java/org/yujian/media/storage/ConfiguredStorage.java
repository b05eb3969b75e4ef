package org.yujian.media.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Path;
import java.util.Optional;
import org.yujian.shared.settings.Settings;

/** Chooses the storage by the settings: a bucket if one is named, else a folder. */
@ApplicationScoped
public class ConfiguredStorage {
  /**
   * @throws IllegalArgumentException for settings that cannot be used, with two lines for the
   *     operator
   */
  public static void check(Settings.Media settings) {
    S3Access.require(
        settings.folder().isEmpty() || settings.s3().bucket().isEmpty(),
        "yujian.media.folder and yujian.media.s3.bucket are both set.",
        "Unset YUJIAN_MEDIA_FOLDER to keep pictures in the bucket, or YUJIAN_MEDIA_S3_BUCKET.");
    S3Access.check("yujian.media.s3", settings.s3(), "use a folder");
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
