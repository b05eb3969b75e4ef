package org.yujian.media;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.yujian.media.rendering.RenderedPicture;
import org.yujian.shared.text.Base64Url;
import org.yujian.shared.text.Sha256;

/**
 * The content of a picture: uploaded bytes and their renditions, which lie in the storage under its
 * key. Accounts that upload the same bytes share it.
 */
@Entity
@Table(name = "picture")
class StoredPicture {

  private static final int KEY_LENGTH = 22;

  @Id String key;
  String sha256;

  @Column(name = "media_type")
  String mediaType;

  int bytes;
  int width;
  int height;
  Integer[] widths;

  @Column(name = "cover_widths")
  Integer[] coverWidths;

  boolean animated;
  String placeholder;

  @Column(name = "thumb_hash")
  String thumbHash;

  @Column(name = "qr_text")
  String qrText;

  @Column(name = "uploaded_at")
  Instant uploadedAt;

  @Column(name = "purged_at")
  Instant purgedAt;

  StoredPicture() {}

  StoredPicture(byte[] original, RenderedPicture rendered, Instant now) {
    key = keyOf(original);
    sha256 = Sha256.hex(original);
    bytes = original.length;
    mediaType = rendered.mediaType();
    width = rendered.width();
    height = rendered.height();
    widths = rendered.widths().toArray(Integer[]::new);
    coverWidths = PictureFiles.coverWidths(rendered);
    animated = rendered.animated();
    placeholder = rendered.placeholder();
    thumbHash = rendered.thumbHash();
    qrText = rendered.qrText();
    uploadedAt = now;
  }

  static String keyOf(byte[] original) {
    return Base64Url.encode(Sha256.of(original)).substring(0, KEY_LENGTH);
  }

  List<Integer> widths() {
    return List.of(widths);
  }
}
