package org.yujian.webhook;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.Linked;

/**
 * Deliveries of one webhook, newest first.
 *
 * @param items deliveries of this page
 * @param next cursor of the next page; absent on the last page
 * @param prev cursor of the page before this one; on the first page it finds what is new since
 */
@Schema(name = "WebhookDeliveryPage")
public record WebhookDeliveryPage(
    @NotNull List<WebhookDelivery> items, String next, @NotNull String prev) implements Linked {

  static WebhookDeliveryPage of(ItemPage<WebhookDelivery> page) {
    return new WebhookDeliveryPage(page.items(), page.next(), page.prev());
  }
}
