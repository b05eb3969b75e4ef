package org.yujian.webhook;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.Linked;

/**
 * Webhooks, newest first.
 *
 * @param items webhooks of this page
 * @param next cursor of the next page; absent on the last page
 * @param prev cursor of the page before this one; on the first page it finds what is new since
 */
@Schema(name = "DeskWebhookPage")
public record DeskWebhookPage(@NotNull List<DeskWebhook> items, String next, @NotNull String prev)
    implements Linked {

  static DeskWebhookPage of(ItemPage<DeskWebhook> page) {
    return new DeskWebhookPage(page.items(), page.next(), page.prev());
  }
}
