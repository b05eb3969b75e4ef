package org.yujian.editing;

import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.body.BlockChange;
import org.yujian.body.BodyDiff;
import org.yujian.body.FrontMatter;
import org.yujian.body.Provenance;
import org.yujian.edition.ArticleRevision;

/**
 * Differences between two revisions of an article.
 *
 * @param rev number of the newer revision: {@code after}
 * @param with number of the older revision: {@code before}
 * @param fields fields that differ
 * @param blocks both bodies, in the order of the newer one
 */
@Schema(name = "RevisionDiff")
public record RevisionDiff(
    @NotNull Integer rev,
    @NotNull Integer with,
    @NotNull List<ChangedText> fields,
    @NotNull List<BlockChange> blocks) {

  /**
   * A field whose text differs.
   *
   * @param field name of the field, for example {@code title} or {@code provenance.url}
   * @param before older text; absent when there was none
   * @param after newer text; absent when there is none
   */
  @Schema(name = "ChangedText")
  public record ChangedText(@NotNull String field, String before, String after) {}

  static RevisionDiff between(ArticleRevision before, ArticleRevision after) {
    List<ChangedText> fields = new ArrayList<>();
    compare(fields, before.frontMatter, after.frontMatter);
    compare(fields, before.provenance, after.provenance);
    return new RevisionDiff(
        after.rev, before.rev, fields, BodyDiff.between(before.body, after.body));
  }

  static void compare(List<ChangedText> fields, FrontMatter before, FrontMatter after) {
    Map<String, String> old = before.texts();
    after.texts().forEach((name, text) -> compare(fields, name, old.get(name), text));
  }

  /** Adds the fields of the provenance that differ; either side may be null. */
  static void compare(List<ChangedText> fields, Provenance before, Provenance after) {
    Map<String, Function<Provenance, String>> parts =
        Map.of(
            "source", Provenance::source,
            "title", Provenance::title,
            "author", Provenance::author,
            "url", Provenance::url);
    for (String part : List.of("source", "title", "author", "url")) {
      String old = before == null ? null : parts.get(part).apply(before);
      String young = after == null ? null : parts.get(part).apply(after);
      compare(fields, "provenance." + part, old, young);
    }
  }

  private static void compare(List<ChangedText> fields, String field, String before, String after) {
    if (!Objects.equals(before, after)) {
      fields.add(new ChangedText(field, before, after));
    }
  }
}
