package org.yujian.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yujian.auth.Caller;
import org.yujian.auth.Scopes;
import org.yujian.media.storage.PictureStorage;
import org.yujian.media.storage.StorageFailed;
import org.yujian.shared.settings.Settings;

/** Decides who gets a picture's files, and reads them. */
@ApplicationScoped
class PictureAccess {

  /** Permission to read a file, and how long clients may keep it. */
  record Granted(String mediaType, String cacheControl) {}

  private static final Pattern FILE = Pattern.compile("[a-z0-9-]{1,40}\\.(?:webp|jpg|gif)");

  private final PublishedPictureRepository published;
  private final AccountPictureRepository owned;
  private final PictureStorage storage;
  private final PreviewAccess previews;
  private final String publicCaching;

  PictureAccess(
      PublishedPictureRepository published,
      AccountPictureRepository owned,
      PictureStorage storage,
      PreviewAccess previews,
      Settings settings) {
    this.published = published;
    this.owned = owned;
    this.storage = storage;
    this.previews = previews;
    this.publicCaching =
        settings.media().immutable()
            ? "public, max-age=31536000, immutable"
            : "public, max-age=86400";
  }

  /**
   * @param caller null for readers
   * @param preview token of a preview link; null without one
   * @throws org.yujian.shared.problem.Problem {@code picture-not-found} or {@code
   *     picture-withdrawn}
   */
  @Transactional
  Granted grant(String key, String file, Caller caller, String preview) {
    String mediaType = mediaType(file).orElseThrow(() -> PictureProblems.notFound(key));
    PublishedPictureRepository.Visibility visibility =
        published.visibility(key).orElseThrow(() -> PictureProblems.notFound(key));
    if (visibility == PublishedPictureRepository.Visibility.PUBLIC) {
      return new Granted(mediaType, publicCaching);
    }
    boolean desk =
        caller != null
            && caller.has(Scopes.CONTENT_READ)
            && owned.isReached(key, caller.accounts());
    boolean previewed =
        preview != null
            && previews
                .article(preview)
                .filter(article -> published.isInDraft(key, article))
                .isPresent();
    if (desk || previewed) {
      return new Granted(mediaType, "private, no-store");
    }
    throw visibility == PublishedPictureRepository.Visibility.WITHDRAWN
        ? PictureProblems.withdrawn()
        : PictureProblems.notFound(key);
  }

  /** The original holds what cameras write, such as the place: nobody gets it. */
  private static Optional<String> mediaType(String file) {
    if (!FILE.matcher(file).matches()) {
      return Optional.empty();
    }
    if (file.endsWith(".webp")) {
      return Optional.of("image/webp");
    }
    if (file.endsWith(".jpg")) {
      return Optional.of("image/jpeg");
    }
    return file.equals(PictureFiles.ANIMATION) ? Optional.of("image/gif") : Optional.empty();
  }

  byte[] read(String key, String file) {
    try {
      return storage.bytes(key + "/" + file).orElseThrow(() -> PictureProblems.notFound(key));
    } catch (StorageFailed failed) {
      throw PictureProblems.storageFailed(failed);
    }
  }
}
