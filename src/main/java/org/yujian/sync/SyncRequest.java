package org.yujian.sync;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Selects the resources to sync.
 *
 * @param since token of the last response; {@code now} for a token alone; everything when absent
 * @param types types of resources; all when absent
 * @param accounts ids of accounts; all when absent
 * @param limit maximum number of changes in a response; 200 when absent
 */
@Schema(name = "SyncQuery")
public record SyncRequest(
    String since,
    @Size(max = 10) List<@NotNull String> types,
    @Size(max = SyncRequest.ACCOUNTS) List<@NotNull UUID> accounts,
    @Min(1) @Max(SyncRequest.LIMIT) Integer limit) {

  public static final int LIMIT = 1_000;
  static final int ACCOUNTS = 2_000;
  public static final int USUAL = 200;
}
