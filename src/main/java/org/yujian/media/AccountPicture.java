package org.yujian.media;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.yujian.media.rendering.Focal;

/** A picture that an account has, with what its editors say about it. */
@Entity
@Table(name = "account_picture")
class AccountPicture {

  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  UUID id;

  @Column(name = "account_id")
  UUID accountId;

  @ManyToOne(fetch = FetchType.EAGER)
  @JoinColumn(name = "picture_key")
  StoredPicture stored;

  @Column(name = "focal_x")
  double focalX;

  @Column(name = "focal_y")
  double focalY;

  String alt;
  String caption;
  String licence;
  long version;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "created_by")
  String createdBy;

  @Column(name = "updated_at")
  Instant updatedAt;

  AccountPicture() {}

  AccountPicture(
      UUID account, StoredPicture stored, PictureSettings settings, String by, Instant now) {
    this.accountId = account;
    this.stored = stored;
    this.createdAt = now;
    this.createdBy = by;
    write(settings, now);
  }

  PictureSettings settings() {
    return new PictureSettings(alt, caption, licence, PictureSettings.point(focal()));
  }

  Focal focal() {
    return new Focal(focalX, focalY);
  }

  /** False when nothing differs. */
  boolean change(PictureSettings settings, Instant now) {
    if (settings.equals(settings())) {
      return false;
    }
    write(settings, now);
    return true;
  }

  private void write(PictureSettings settings, Instant now) {
    Focal focal = settings.focalPoint();
    focalX = focal.x();
    focalY = focal.y();
    alt = settings.alt();
    caption = settings.caption();
    licence = settings.licence();
    version++;
    updatedAt = now;
  }

  /** The picture as clients get it. */
  Picture picture() {
    return PictureFiles.picture(stored, focal(), alt, caption);
  }
}
