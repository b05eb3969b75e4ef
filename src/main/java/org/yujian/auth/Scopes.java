package org.yujian.auth;

import java.util.List;

/** The scopes (permissions) of desk keys. An operation without a matching scope is denied. */
public final class Scopes {

  /** Desk reads, exports, previews. */
  public static final String CONTENT_READ = "content:read";

  /** Imports, drafts and media. */
  public static final String CONTENT_WRITE = "content:write";

  /** Publishing, scheduling, withdrawing, corrections, tags of live articles and new tags. */
  public static final String CONTENT_PUBLISH = "content:publish";

  /** Signing the stages of a review, and comments on drafts. */
  public static final String CONTENT_REVIEW = "content:review";

  /** Placements of follow targets; followers, their tags and blocking them. */
  public static final String FOLLOW_WRITE = "follow:write";

  public static final String WEBHOOKS = "webhooks";

  /** Managing keys within the caller's own rights. */
  public static final String KEYS = "keys";

  public static final String AUDIT = "audit";

  /** Creating accounts, global tags and outside targets; settings. */
  public static final String ADMIN = "admin";

  public static final List<String> ALL =
      List.of(
          CONTENT_READ,
          CONTENT_WRITE,
          CONTENT_PUBLISH,
          CONTENT_REVIEW,
          FOLLOW_WRITE,
          WEBHOOKS,
          KEYS,
          AUDIT,
          ADMIN);

  private Scopes() {}

  public static boolean known(String scope) {
    return ALL.contains(scope);
  }
}
