package org.yujian.edition;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.account.AccountView;
import org.yujian.tag.TagView;

/** What the items of a page mention, each once. */
@Schema(name = "Included")
public record Included(List<AccountView> accounts, List<TagView> tags) {}
