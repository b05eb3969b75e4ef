package org.yujian.edition;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.body.Block;
import org.yujian.body.FrontMatter;
import org.yujian.body.GivenBody;
import org.yujian.body.Provenance;
import org.yujian.media.Picture;
import org.yujian.shared.text.NameKeys;
import org.yujian.shared.web.Characters;

/**
 * Fields of an article that an editor writes: for a new article, and as a merge patch for a draft.
 * At most one form of the body is given; what HTML or Markdown loses is listed in the response's
 * {@code dropped}.
 *
 * @param kicker line above the title
 * @param title title; may be absent while the article is a draft
 * @param subtitle line below the title
 * @param digest summary for lists; when absent, publishing derives it from the first words of the
 *     body
 * @param source office or publication named in the byline
 * @param author author named in the byline
 * @param cover a picture of the account, named by its {@code url}; {@code alt} and {@code caption}
 *     replace those of the picture
 * @param tags slugs of existing tags; they go live with the draft
 * @param provenance where a reprint comes from
 * @param html body as HTML, cleaned to the elements that articles may have
 * @param markdown body as CommonMark with tables
 * @param blocks body as blocks; the server gives them new ids
 */
@Schema(name = "ArticleSettings")
public record ArticleSettings(
    @Schema(maxLength = 32) @Characters(max = 32) @Pattern(regexp = ONE_LINE) String kicker,
    @Schema(maxLength = 64) @Characters(max = PublishRules.MAX_TITLE) @Pattern(regexp = ONE_LINE)
        String title,
    @Schema(maxLength = 64) @Characters(max = PublishRules.MAX_SUBTITLE) @Pattern(regexp = ONE_LINE)
        String subtitle,
    @Schema(maxLength = 128) @Characters(max = 128) @Pattern(regexp = ONE_LINE) String digest,
    @Schema(maxLength = 64) @Characters(max = 64) @Pattern(regexp = ONE_LINE) String source,
    @Schema(maxLength = 16) @Characters(max = 16) @Pattern(regexp = ONE_LINE) String author,
    Picture cover,
    @Schema(maxItems = Tagging.LIMIT) @Size(max = Tagging.LIMIT) List<@NotNull String> tags,
    @Valid Provenance provenance,
    String html,
    String markdown,
    List<Block> blocks) {

  private static final String ONE_LINE = "[^\\x00-\\x1F\\x7F]*";

  public ArticleSettings {
    kicker = clean(kicker);
    title = clean(title);
    subtitle = clean(subtitle);
    digest = clean(digest);
    source = clean(source);
    author = clean(author);
  }

  private static String clean(String text) {
    String cleaned = text == null ? "" : NameKeys.clean(text);
    return cleaned.isEmpty() ? null : cleaned;
  }

  public static ArticleSettings empty() {
    return new ArticleSettings(
        null, null, null, null, null, null, null, null, null, null, null, null);
  }

  static ArticleSettings of(FrontMatter front, List<String> tags, Provenance provenance) {
    return new ArticleSettings(
        front.kicker(),
        front.title(),
        front.subtitle(),
        front.digest(),
        front.source(),
        front.author(),
        front.cover(),
        tags,
        provenance,
        null,
        null,
        null);
  }

  FrontMatter frontMatter() {
    return new FrontMatter(kicker, title, subtitle, digest, source, author, cover);
  }

  public GivenBody body() {
    return new GivenBody(html, markdown, blocks);
  }

  public ArticleSettings withoutBody() {
    return new ArticleSettings(
        kicker, title, subtitle, digest, source, author, cover, tags, provenance, null, null, null);
  }

  public ArticleSettings withCover(Picture other) {
    return new ArticleSettings(
        kicker,
        title,
        subtitle,
        digest,
        source,
        author,
        other,
        tags,
        provenance,
        html,
        markdown,
        blocks);
  }
}
