package org.yujian.edition;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.media.Image;
import org.yujian.shared.page.PageKey;

/**
 * An article, light: enough to draw a row and to decide whether to fetch it. Ordered by {@code
 * publishedAt} descending, then {@code position} ascending.
 *
 * @param rev counts what went live of it
 * @param version rises with every public change; a client keeps the higher one
 * @param source the office of the byline
 * @param flags {@code corrected}, {@code reprint}, …
 * @param tags slugs
 * @param characters of the body, in Unicode code points
 */
@Schema(name = "Article")
public record ArticleSummary(
    @NotNull UUID id,
    @NotNull Integer rev,
    @NotNull Long version,
    @NotNull UUID accountId,
    @NotNull UUID editionId,
    @NotNull Integer position,
    String kicker,
    @NotNull String title,
    String subtitle,
    String digest,
    String source,
    String author,
    Image cover,
    @NotNull Instant publishedAt,
    @NotNull Instant updatedAt,
    @NotNull List<String> flags,
    @NotNull List<String> tags,
    @NotNull Integer characters,
    @NotNull Integer readSeconds) {

  /** The fields as queries select them, in this order. */
  static final String SELECT =
      """
      select new ArticleSummary(
        a.id, a.liveRev, a.version, a.accountId, a.editionId, a.position, a.kicker, a.title,
        a.subtitle, a.digest, a.source, a.author, a.cover, a.publishedAt, a.liveAt, a.flags,
        a.tags, a.characters, a.readSeconds)
      """;

  /** For queries. */
  ArticleSummary(
      UUID id,
      Integer rev,
      Long version,
      UUID accountId,
      UUID editionId,
      Integer position,
      String kicker,
      String title,
      String subtitle,
      String digest,
      String source,
      String author,
      Image cover,
      Instant publishedAt,
      Instant updatedAt,
      String[] flags,
      String[] tags,
      Integer characters,
      Integer readSeconds) {
    this(
        id,
        rev,
        version,
        accountId,
        editionId,
        position,
        kicker,
        title,
        subtitle,
        digest,
        source,
        author,
        cover,
        publishedAt,
        updatedAt,
        List.of(flags),
        List.of(tags),
        characters,
        readSeconds);
  }

  PageKey key() {
    return PageKey.feed(FeedOrder.of(publishedAt, position));
  }
}
