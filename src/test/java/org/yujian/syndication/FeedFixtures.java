package org.yujian.syndication;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.yujian.account.AccountView;
import org.yujian.body.FrontMatter;
import org.yujian.feed.ArticleSummary;
import org.yujian.feed.Withdrawn;
import org.yujian.media.Picture;
import org.yujian.syndication.OpenFeed.Entry;
import org.yujian.syndication.OpenFeed.Head;
import org.yujian.tag.TagView;

/** Feeds for tests of the writers, with every field that a feed can show. */
final class FeedFixtures {

  static final String SITE = "https://news.example.org";
  static final FeedLinks LINKS = new FeedLinks(SITE);

  static final String TITLE = "灯会 <今晚> & \"明天\" 😀 ]]> 完";
  static final String DIGEST = "摘要 & <b>不是标签</b> 🏮";
  static final String NOTE = "应要求撤回 & 说明";
  static final Instant PUBLISHED = Instant.parse("2026-03-01T08:00:00.123456Z");
  static final Instant CORRECTED = Instant.parse("2026-03-02T09:30:00.654321Z");
  static final Instant WITHDRAWN = Instant.parse("2026-03-03T10:00:00.5Z");
  static final UUID GONE = UUID.fromString("0190a000-0000-7000-8000-0000000000ff");

  static final Picture COVER = picture("/media/coverkey0000000000000x/{w}.jpg", "灯 \"会\"");

  static final AccountView ACCOUNT =
      new AccountView(
          UUID.fromString("0190a000-0000-7000-8000-000000000001"),
          3L,
          "yuyuan",
          "豫园 & 社区",
          picture("/media/facekey0000000000000xx/{w}.jpg", null),
          "介绍 <豫园>",
          null,
          "key");

  static final TagView TAG =
      new TagView(
          "lights", "灯 & 火", 1L, "key", UUID.fromString("0190a000-0000-7000-8000-0000000000aa"));

  /** As package body derives it. */
  private static final String BODY =
      "<p>正文 &lt;一&gt; &amp; 二 ]]&gt; 😀 src=&quot;/x&quot;</p><p><a href=\"/a/b\""
          + " rel=\"nofollow noopener noreferrer\">链接</a></p><figure><picture><source"
          + " type=\"image/webp\" srcset=\"/media/k/320.webp 320w, /media/k/640.webp 640w\""
          + " sizes=\"100vw\"><img src=\"/media/k/640.jpg\" srcset=\"/media/k/320.jpg 320w,"
          + " /media/k/640.jpg 640w\" alt=\"图\"></picture></figure>"
          + "<figure><img src=\"https://other.example/p.png\" alt=\"\"></figure>";

  private FeedFixtures() {}

  static Picture picture(String url, String alt) {
    return new Picture(
        url,
        List.of("webp", "jpg"),
        List.of(320, 640, 1080),
        1400,
        800,
        null,
        null,
        null,
        null,
        null,
        alt,
        null);
  }

  static UUID articleId(int i) {
    return new UUID(0x0190a00000007000L, 0x8000000000001000L + i);
  }

  /** The body with absolute links. */
  static String html() {
    return LINKS.absolute(BODY);
  }

  static Entry entry(int i) {
    FrontMatter front =
        new FrontMatter(null, TITLE + i, null, DIGEST, "区政府", i % 2 == 0 ? "张三" : null, COVER);
    ArticleSummary article =
        new ArticleSummary(
            articleId(i),
            2,
            5L,
            ACCOUNT.id(),
            UUID.fromString("0190a000-0000-7000-8000-0000000000ed"),
            1,
            front,
            PUBLISHED.minusSeconds(i),
            i == 0 ? CORRECTED : PUBLISHED.minusSeconds(i),
            List.of(),
            List.of("lights"),
            10,
            5);
    return new Entry(article, ACCOUNT, List.of(TAG), html());
  }

  static OpenFeed ofAccount(int entries, String next) {
    Head head =
        new Head(
            ACCOUNT.id(),
            OpenFeed.accountPath(ACCOUNT),
            ACCOUNT.name(),
            ACCOUNT.intro(),
            "/f/Ab12",
            ACCOUNT,
            true);
    return feed(head, entries, next);
  }

  static OpenFeed ofAll(int entries) {
    UUID id = UUID.fromString("0190a000-0000-4000-8000-00000000a11a");
    return feed(new Head(id, "/feeds/all", "豫见", null, "/", null, true), entries, null);
  }

  private static OpenFeed feed(Head head, int entries, String next) {
    return new OpenFeed(
        head,
        IntStream.range(0, entries).mapToObj(FeedFixtures::entry).toList(),
        List.of(new Withdrawn(GONE, WITHDRAWN, NOTE)),
        null,
        next,
        WITHDRAWN);
  }
}
