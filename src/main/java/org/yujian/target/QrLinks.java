package org.yujian.target;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.yujian.shared.text.Sha256;
import org.yujian.shared.web.PublicUrl;

/** Determines the URL in the QR code of a follow target. */
@ApplicationScoped
class QrLinks {

  private final PublicUrl publicUrl;

  QrLinks(PublicUrl publicUrl) {
    this.publicUrl = publicUrl;
  }

  /** Landing page of an account, or URL of an outside target; empty without a URL. */
  Optional<String> content(FollowTargetRow row) {
    if (row.code() != null) {
      return Optional.of(publicUrl.scannable("/f/" + row.code()));
    }
    return Optional.ofNullable(row.url());
  }

  /** Version that changes with the picture; null when there is none. */
  String version(FollowTargetRow row) {
    return content(row).map(content -> Sha256.hex(content).substring(0, 8)).orElse(null);
  }
}
