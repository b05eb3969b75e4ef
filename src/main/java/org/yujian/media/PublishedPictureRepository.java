package org.yujian.media;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.yujian.shared.page.Sql;

/** Decides by one statement who may see a picture. */
@ApplicationScoped
class PublishedPictureRepository {

  /** Who may see a picture. */
  enum Visibility {
    /** Something public shows it. */
    PUBLIC,
    /** It was public once, or its files were deleted for good. */
    WITHDRAWN,
    /** Only drafts show it, or nothing. */
    PRIVATE
  }

  private static final String VISIBILITY =
      """
      select p.purged_at is not null or exists (
          select from picture_use u where u.picture_key = p.key and u.kind = 'revision'),
        p.purged_at is null and exists (
          select from picture_use u where u.picture_key = p.key and case u.kind
            when 'revision' then exists (select from article a
              where a.id = u.thing_id and a.live_rev = u.rev and a.state = 'published')
            when 'account' then exists (select from account a
              where a.id = u.thing_id and a.state = 'open')
            when 'target' then exists (select from follow_target t
              where t.id = u.thing_id and t.state = 'open')
            else false end)
      from picture p where p.key = :key
      """;

  private final Sql sql;

  PublishedPictureRepository(Sql sql) {
    this.sql = sql;
  }

  /** Empty for an unknown picture. */
  Optional<Visibility> visibility(String key) {
    return sql.query(
            VISIBILITY,
            row ->
                row.flag(2)
                    ? Visibility.PUBLIC
                    : row.flag(1) ? Visibility.WITHDRAWN : Visibility.PRIVATE)
        .set("key", key)
        .first();
  }

  /** Whether the draft of an article shows the picture. */
  boolean isInDraft(String key, UUID article) {
    return sql.query(
            """
            select 1 from picture_use
            where picture_key = :key and kind = 'draft' and thing_id = :article
            """,
            row -> true)
        .set("key", key)
        .set("article", article)
        .first()
        .isPresent();
  }
}
