package org.yujian.edition;

import java.util.UUID;
import java.util.function.Supplier;

/**
 * Decides whether content may go live. Implemented by package editing.review. Asked by {@link
 * PublicationSteps} in the transaction that schedules or publishes, after all locks of content.
 */
public interface PublicationGuard {

  /** Throws a 409 problem unless exactly this content may go live. */
  void require(UUID account, Supplier<PublicationContent> content);
}
