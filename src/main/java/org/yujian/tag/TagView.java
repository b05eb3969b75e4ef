package org.yujian.tag;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.SqlRow;
import org.yujian.shared.web.Versioned;

/**
 * A tag in public and desk responses. Clients should store the slug, which never changes.
 *
 * @param slug name in URLs; never changes
 * @param name name as readers see it
 * @param version rises with every public change; keep the higher one
 */
@Schema(name = "Tag")
public record TagView(
    @NotNull String slug,
    @NotNull String name,
    @NotNull Long version,
    @JsonIgnore String sortKey,
    @JsonIgnore UUID id)
    implements Versioned {
  /** Order of the tag list. Keys are ASCII, so this equals PostgreSQL's collation "C". */
  static final Comparator<TagView> IN_LIST_ORDER =
      Comparator.comparing(TagView::sortKey).thenComparing(view -> view.id().toString());

  static final String SELECT = "select t.slug, t.name, t.version, t.sort_key, t.id from tag t";

  static TagView of(SqlRow row) throws SQLException {
    return new TagView(row.text(1), row.text(2), row.number(3), row.text(4), row.uuid(5));
  }

  static TagView of(TagEntity tag) {
    return new TagView(tag.slug, tag.name, tag.version, tag.sortKey, tag.id);
  }

  @Override
  public long tagVersion() {
    return version;
  }

  PageKey key() {
    return PageKey.named(sortKey, id);
  }
}
