package org.yujian.auth;

import java.util.List;

/** What a key may do. Everything not named is denied. */
public final class Scopes {

  /** Desk reads, export, preview. */
  public static final String CONTENT_READ = "content:read";

  /** Imports, drafts, media. */
  public static final String CONTENT_WRITE = "content:write";

  /** Publish, schedule, withdraw, corrections, tags of live articles, new tags. */
  public static final String CONTENT_PUBLISH = "content:publish";

  /** Placements of follow targets; followers, their tags and blocking them. */
  public static final String FOLLOW_WRITE = "follow:write";

  public static final String WEBHOOKS = "webhooks";

  /** Making keys within one's own rights. */
  public static final String KEYS = "keys";

  public static final String AUDIT = "audit";

  /** Creating accounts, global tags and outside targets, settings. */
  public static final String ADMIN = "admin";

  static final List<String> ALL =
      List.of(
          CONTENT_READ, CONTENT_WRITE, CONTENT_PUBLISH, FOLLOW_WRITE, WEBHOOKS, KEYS, AUDIT, ADMIN);

  private Scopes() {}
}
