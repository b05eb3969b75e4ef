package org.yujian.media;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.yujian.media.rendering.Focal;
import org.yujian.media.rendering.PictureRefused;
import org.yujian.media.rendering.PictureRenderer;
import org.yujian.media.rendering.RenderedPicture;
import org.yujian.media.storage.PictureStorage;
import org.yujian.media.storage.StorageFailed;
import org.yujian.shared.time.DatabaseClock;

/**
 * Renders pictures and stores their files. Call it outside of transactions: it takes up to some
 * seconds.
 *
 * <p>Files are written within the transaction that inserts the row, and before its commit. So a
 * killed process leaves files without a row at most, which {@link PictureSweep} deletes.
 */
@ApplicationScoped
class PictureMaker {

  private final PictureRepository pictures;
  private final PictureStorage storage;
  private final DatabaseClock clock;

  PictureMaker(PictureRepository pictures, PictureStorage storage, DatabaseClock clock) {
    this.pictures = pictures;
    this.storage = storage;
    this.clock = clock;
  }

  /**
   * Stores a picture unless it is stored already.
   *
   * @throws org.yujian.shared.problem.Problem {@code picture-refused} or {@code
   *     storage-unavailable}
   */
  StoredPicture store(byte[] original, Focal focal) {
    return refusing(
        () -> {
          String key = StoredPicture.keyOf(original);
          Optional<StoredPicture> stored =
              QuarkusTransaction.requiringNew().call(() -> pictures.touched(key, clock.now()));
          if (stored.isPresent()) {
            makeCovers(stored.get(), focal);
            return stored.get();
          }
          RenderedPicture rendered = PictureRenderer.render(original, focal);
          return QuarkusTransaction.requiringNew().call(() -> insert(original, rendered, focal));
        });
  }

  private StoredPicture insert(byte[] original, RenderedPicture rendered, Focal focal) {
    StoredPicture picture = new StoredPicture(original, rendered, clock.now());
    pictures.insert(picture);
    PictureFiles.named(picture.key, rendered.files(), focal).forEach(storage::put);
    storage.put(picture.key + "/" + PictureFiles.ORIGINAL, original);
    return picture;
  }

  /** Makes the covers for a focal point unless they exist. */
  void cut(StoredPicture stored, Focal focal) {
    refusing(
        () -> {
          makeCovers(stored, focal);
          return stored;
        });
  }

  private void makeCovers(StoredPicture stored, Focal focal) {
    Optional<String> cover = PictureFiles.someCover(stored, focal);
    if (cover.isPresent() && !storage.has(cover.get())) {
      byte[] original = storage.bytes(stored.key + "/" + PictureFiles.ORIGINAL).orElseThrow();
      Map<String, byte[]> covers = PictureRenderer.covers(original, focal);
      PictureFiles.named(stored.key, covers, focal).forEach(storage::put);
    }
  }

  private static StoredPicture refusing(Supplier<StoredPicture> work) {
    try {
      return work.get();
    } catch (PictureRefused refused) {
      throw PictureProblems.refused(refused);
    } catch (StorageFailed failed) {
      throw PictureProblems.storageFailed(failed);
    }
  }
}
