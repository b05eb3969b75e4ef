package org.yujian.target;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.yujian.shared.text.Sha256;
import org.yujian.shared.web.PublicUrl;

/** What the QR code of a follow target says. */
@ApplicationScoped
class QrLinks {

  @Inject PublicUrl publicUrl;

  /** The landing page of an account here, the own url of an outside one; empty without either. */
  Optional<String> content(FollowTargetRow row) {
    if (row.code() != null) {
      return Optional.of(publicUrl.scannable("/f/" + row.code()));
    }
    return Optional.ofNullable(row.url());
  }

  /** Changes when the picture does; null when there is none. */
  String version(FollowTargetRow row) {
    return content(row).map(content -> Sha256.hex(content).substring(0, 8)).orElse(null);
  }
}
