package org.yujian.feed;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.account.AccountView;
import org.yujian.tag.TagView;

/**
 * The accounts and tags that the items of a page refer to, each once.
 *
 * @param accounts accounts that the items refer to
 * @param tags tags that the items refer to
 */
@Schema(name = "Included")
public record Included(@NotNull List<AccountView> accounts, @NotNull List<TagView> tags) {}
