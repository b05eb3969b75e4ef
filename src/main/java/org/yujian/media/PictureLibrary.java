package org.yujian.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yujian.media.rendering.Focal;
import org.yujian.media.storage.PictureStorage;
import org.yujian.media.storage.StorageFailed;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.web.PublicUrl;

/** The pictures of accounts, for packages whose things show them. */
@ApplicationScoped
public class PictureLibrary {

  private static final String PLACE = "/media/";

  private final AccountPictureRepository owned;
  private final PictureRepository pictures;
  private final PictureMaker maker;
  private final PictureStorage storage;
  private final PublicUrl site;
  private final DatabaseClock clock;

  PictureLibrary(
      AccountPictureRepository owned,
      PictureRepository pictures,
      PictureMaker maker,
      PictureStorage storage,
      PublicUrl site,
      DatabaseClock clock) {
    this.owned = owned;
    this.pictures = pictures;
    this.maker = maker;
    this.storage = storage;
    this.site = site;
    this.clock = clock;
  }

  /**
   * A picture whose content is stored but which no account has yet.
   *
   * @param qrText what the QR code in it says; null without one
   */
  public record Prepared(String key, String qrText) {}

  /**
   * First half of adding a picture, outside of transactions: renders and stores it.
   *
   * @throws org.yujian.shared.problem.Problem {@code picture-refused} or {@code
   *     storage-unavailable}
   */
  public Prepared prepare(byte[] bytes) {
    StoredPicture stored = maker.store(bytes, Focal.CENTER);
    return new Prepared(stored.key, stored.qrText);
  }

  /** Second half: gives the picture to an account, which may have it already. */
  @Transactional(TxType.MANDATORY)
  public Picture add(UUID account, Prepared prepared, String alt, String by) {
    return owned
        .ofAccount(account, prepared.key())
        .orElseGet(() -> persisted(account, prepared.key(), alt, by))
        .picture();
  }

  private AccountPicture persisted(UUID account, String key, String alt, String by) {
    StoredPicture stored = pictures.findById(key);
    AccountPicture made =
        new AccountPicture(account, stored, PictureSettings.described(alt), by, clock.now());
    owned.persistAndFlush(made);
    return made;
  }

  /** Whether an address is one of a picture of this server. */
  public boolean isOwn(String url) {
    return key(url).isPresent();
  }

  private Optional<String> key(String url) {
    String base = site.scannable("");
    return url == null
        ? Optional.empty()
        : PictureFiles.key(url.startsWith(base) ? url.substring(base.length()) : url);
  }

  /**
   * The whole picture for one that a client named by its {@code url}; its own texts win.
   *
   * @param account account that must have it; null for a thing that belongs to no account
   * @throws org.yujian.shared.problem.Problem {@code picture-unknown}
   */
  @Transactional(TxType.MANDATORY)
  public Picture resolve(Picture named, UUID account) {
    if (named == null) {
      return null;
    }
    AccountPicture found =
        key(named.url())
            .flatMap(
                key -> account == null ? owned.ofAnyAccount(key) : owned.ofAccount(account, key))
            .orElseThrow(() -> PictureProblems.unknown(named.url()));
    return PictureFiles.picture(
        found.stored,
        found.focal(),
        named.alt() == null ? found.alt : named.alt(),
        named.caption() == null ? found.caption : named.caption());
  }

  /**
   * The file at one of the addresses of a picture of this server; empty for another address. Call
   * it outside of transactions.
   *
   * @throws org.yujian.shared.problem.Problem {@code storage-unavailable}
   */
  public Optional<byte[]> file(String address) {
    if (!isOwn(address)) {
      return Optional.empty();
    }
    try {
      return storage.bytes(address.substring(address.indexOf(PLACE) + PLACE.length()));
    } catch (StorageFailed failed) {
      throw PictureProblems.storageFailed(failed);
    }
  }

  /** Keys of the pictures that the draft or a revision of an article shows. */
  @Transactional(TxType.MANDATORY)
  public List<String> shownBy(UUID article) {
    return pictures.ofArticle(article);
  }

  /** Deletes pictures that nothing shows any more for good; their files go with the next sweep. */
  @Transactional(TxType.MANDATORY)
  public void purgeUnused(List<String> keys) {
    pictures.purgeUnused(keys, clock.now());
  }

  /** As {@link #resolve}, but keeps a picture of another server as it is. */
  @Transactional(TxType.MANDATORY)
  public Picture resolveOwn(Picture named, UUID account) {
    return named == null || !isOwn(named.url()) ? named : resolve(named, account);
  }
}
