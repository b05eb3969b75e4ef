package org.yujian.reader;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.Linked;

/**
 * The reader's devices, latest first.
 *
 * @param items devices of this page
 * @param next cursor of the next page; absent on the last page
 * @param prev cursor of the previous page; on the first page it returns items that are new since
 */
@Schema(name = "DevicePage")
public record DevicePage(@NotNull List<DeviceView> items, String next, @NotNull String prev)
    implements Linked {

  static DevicePage of(ItemPage<DeviceView> page) {
    return new DevicePage(page.items(), page.next(), page.prev());
  }
}
