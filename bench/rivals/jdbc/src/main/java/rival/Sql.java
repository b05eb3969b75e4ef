package rival;

/** The statements of rival (b). */
final class Sql {
  private static final String COLUMNS =
      """
      select a.id, a.live_rev, a.version, a.account_id, a.edition_id, a.position, a.kicker, a.title,
        a.subtitle, a.digest, a.source, a.author, a.published_at, a.live_at, a.flags, a.tags,
        a.characters, a.read_seconds
      """;

  static final String LIST =
      COLUMNS
          + """
          from article a where a.state = 'published' and a.feed_order < ?
          order by a.feed_order desc limit 21
          """;
  static final String ACCOUNTS =
      "select id, version, handle, name, intro from account where id = any(?)";
  static final String TAGS = "select slug, name, version from tag where slug = any(?) order by slug";
  static final String ARTICLE =
      COLUMNS
          + """
          , r.html, r.canonical_sha256
          from article a join article_revision r on r.article_id = a.id and r.rev = a.live_rev
          where a.id = ? and a.state = 'published'
          """;
  static final String CORRECTIONS =
      """
      select correction_class, correction_note, live_at, rev from article_revision
      where article_id = ? and correction_class is not null order by rev
      """;
  static final String SIBLINGS =
      """
      select id, position, title from article where edition_id = ? and state = 'published'
      order by position
      """;
  static final String TARGETS =
      """
      select t.id, t.version, t.name, t.account_id from edition_follow_target e
      join follow_target t on t.id = e.follow_target_id
      where e.edition_id = ? and t.state = 'open' order by e.position
      """;

  private Sql() {}
}
