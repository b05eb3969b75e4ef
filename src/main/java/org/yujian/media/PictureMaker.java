package org.yujian.media;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.yujian.media.rendering.Focal;
import org.yujian.media.rendering.PictureRefused;
import org.yujian.media.rendering.PictureRenderer;
import org.yujian.media.rendering.RenderedPicture;
import org.yujian.media.storage.PictureStorage;
import org.yujian.media.storage.StorageFailed;
import org.yujian.shared.process.ChildFailed;
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
   * Stores a picture unless it is stored already, and returns its key.
   *
   * @throws org.yujian.shared.problem.Problem {@code picture-refused} or {@code
   *     storage-unavailable}
   */
  String store(byte[] original, Focal focal) {
    try {
      PictureRenderer.inspect(original);
      String key = StoredPicture.keyOf(original);
      if (QuarkusTransaction.requiringNew().call(() -> pictures.touch(key, clock.now()))) {
        cut(key, focal);
      } else {
        RenderedPicture rendered = PictureRenderer.render(original, focal);
        QuarkusTransaction.requiringNew().run(() -> insert(original, rendered, focal));
      }
      return key;
    } catch (PictureRefused refused) {
      throw PictureProblems.refused(refused);
    } catch (StorageFailed failed) {
      throw PictureProblems.storageFailed(failed);
    } catch (ChildFailed failed) {
      throw PictureProblems.noProcess(failed);
    }
  }

  private void insert(byte[] original, RenderedPicture rendered, Focal focal) {
    StoredPicture picture = new StoredPicture(original, rendered, clock.now());
    pictures.insert(picture);
    PictureFiles.named(picture.key, rendered.files(), focal).forEach(storage::put);
    storage.put(picture.key + "/" + PictureFiles.ORIGINAL, original);
  }

  /** Makes the covers for a focal point unless they exist. */
  void cut(String key, Focal focal) {
    StoredPicture stored = QuarkusTransaction.requiringNew().call(() -> pictures.findById(key));
    try {
      boolean there =
          PictureFiles.someCover(stored, focal)
              .map(name -> storage.bytes(name).isPresent())
              .orElse(true);
      if (!there) {
        byte[] original = storage.bytes(key + "/" + PictureFiles.ORIGINAL).orElseThrow();
        Map<String, byte[]> covers = PictureRenderer.covers(original, focal);
        PictureFiles.named(key, covers, focal).forEach(storage::put);
      }
    } catch (PictureRefused refused) {
      throw PictureProblems.refused(refused);
    } catch (StorageFailed failed) {
      throw PictureProblems.storageFailed(failed);
    } catch (ChildFailed failed) {
      throw PictureProblems.noProcess(failed);
    }
  }
}
