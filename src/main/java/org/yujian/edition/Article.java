package org.yujian.edition;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.yujian.body.FrontMatter;
import org.yujian.body.ReadingTime;
import org.yujian.shared.page.FeedOrder;
import org.yujian.shared.text.NameKeys;

/** One article of an edition; repeats the short fields of the live revision, for lists. */
@Entity
public class Article {

  private static final String CORRECTED = "corrected";
  private static final String REPRINT = "reprint";

  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  public UUID id;

  @Column(name = "account_id")
  public UUID accountId;

  @Column(name = "edition_id")
  public UUID editionId;

  @JdbcTypeCode(SqlTypes.SMALLINT)
  public int position;

  @Enumerated(EnumType.STRING)
  public ArticleState state;

  @Column(name = "live_rev")
  public int liveRev;

  public long version;

  @Embedded FrontMatter frontMatter;

  @Column(name = "title_key")
  String titleKey;

  String[] flags = {};
  String[] tags = {};
  int characters;

  @Column(name = "read_seconds")
  int readSeconds;

  @Column(name = "published_at")
  public Instant publishedAt;

  @Column(name = "live_at")
  public Instant liveAt;

  @Column(name = "feed_order")
  Long feedOrder;

  @Embedded Withdrawal withdrawal;

  @Column(name = "created_at")
  Instant createdAt;

  Article() {}

  public Article(Edition edition, int position, Instant now) {
    this.accountId = edition.accountId;
    this.editionId = edition.id;
    this.position = position;
    this.state = ArticleState.DRAFT;
    this.createdAt = now;
  }

  /** Title, author and other short texts of the live revision; empty if never live or purged. */
  public FrontMatter frontMatter() {
    return frontMatter == null ? FrontMatter.EMPTY : frontMatter;
  }

  /** Moves a draft to another edition or position; fails once the article was live. */
  public void place(Edition edition, int newPosition) {
    if (state != ArticleState.DRAFT) {
      throw new IllegalStateException("a published article never moves");
    }
    editionId = edition.id;
    position = newPosition;
  }

  /** Publishes the article for the first time; {@code at} determines its position in the feed. */
  void publish(ArticleRevision revision, String[] draftTags, Instant at, Instant now) {
    if (state != ArticleState.DRAFT) {
      throw new IllegalStateException("only a draft goes live");
    }
    live(revision, draftTags, at, now);
  }

  /** Publishes a withdrawn article again under its id, at a new position in the feed. */
  void republish(ArticleRevision revision, String[] newTags, Instant at, Instant now) {
    requireWithdrawn();
    withdrawal = null;
    live(revision, newTags, at, now);
  }

  private void live(ArticleRevision revision, String[] newTags, Instant at, Instant now) {
    state = ArticleState.PUBLISHED;
    publishedAt = at;
    feedOrder = FeedOrder.of(at, position);
    take(revision, newTags, now);
  }

  /** Replaces the live content by a new revision; the article keeps its position in the feed. */
  void correct(ArticleRevision revision, String[] draftTags, Instant now) {
    requireLive();
    mark(CORRECTED, true);
    take(revision, draftTags, now);
  }

  boolean tag(String[] slugs) {
    if (Arrays.equals(tags, slugs)) {
      return false;
    }
    tags = slugs;
    version++;
    return true;
  }

  void withdraw(WithdrawRequest request, Instant now) {
    requireLive();
    state = ArticleState.WITHDRAWN;
    withdrawal = new Withdrawal(request, now);
    version++;
  }

  /** Clears all texts and the picture, after an administrator has purged the revisions. */
  public void purge() {
    requireWithdrawn();
    frontMatter = null;
    titleKey = null;
  }

  void requireWithdrawn() {
    if (state != ArticleState.WITHDRAWN) {
      throw ArticleProblems.notWithdrawn(id);
    }
  }

  void requireLive() {
    switch (state) {
      case WITHDRAWN -> throw ArticleProblems.withdrawn(id, withdrawal);
      case DRAFT -> throw ArticleProblems.notPublished(id);
      default -> {}
    }
  }

  private void take(ArticleRevision revision, String[] slugs, Instant now) {
    liveRev = revision.rev;
    liveAt = now;
    frontMatter = revision.frontMatter;
    titleKey = NameKeys.unique(frontMatter.title());
    characters = revision.characters;
    readSeconds = ReadingTime.seconds(revision.characters);
    tags = slugs;
    mark(REPRINT, revision.provenance != null);
    version++;
  }

  private void mark(String flag, boolean set) {
    TreeSet<String> marks = new TreeSet<>(Arrays.asList(flags));
    if (set ? marks.add(flag) : marks.remove(flag)) {
      flags = marks.toArray(String[]::new);
    }
  }
}
