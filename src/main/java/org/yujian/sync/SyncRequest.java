package org.yujian.sync;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a client wants to know.
 *
 * @param since the token of the last answer; {@code now} for a token alone; missing for everything
 * @param types of things, all when missing
 * @param accounts ids; all when missing
 * @param limit changes in an answer
 */
@Schema(name = "SyncRequest")
public record SyncRequest(
    String since,
    @Schema(description = "`account`, `edition`, `article`, `tag`, `followTarget`") @Size(max = 10)
        List<@NotNull String> types,
    @Schema(description = "ids; all when missing") @Size(max = SyncRequest.ACCOUNTS)
        List<@NotNull UUID> accounts,
    @Schema(description = SyncResource.LIMIT) @Min(1) @Max(SyncRequest.LIMIT) Integer limit) {

  public static final int LIMIT = 1_000;
  static final int ACCOUNTS = 2_000;
  public static final int USUAL = 200;
}
