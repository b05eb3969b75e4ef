package org.yujian.body;

import jakarta.persistence.Embeddable;
import java.lang.reflect.RecordComponent;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.yujian.media.Picture;
import org.yujian.shared.page.SqlRow;

/**
 * What an article shows apart from its body, in drafts, revisions, live copies and responses.
 * Columns and JSON properties have the names of the components, so a new field is added here.
 *
 * @param kicker line above the title
 * @param title title
 * @param subtitle line below the title
 * @param digest summary for lists
 * @param source office or publication named in the byline
 * @param author author named in the byline
 * @param cover cover picture
 */
@Embeddable
public record FrontMatter(
    String kicker,
    String title,
    String subtitle,
    String digest,
    String source,
    String author,
    @JdbcTypeCode(SqlTypes.JSON) Picture cover) {

  public static final FrontMatter EMPTY = new FrontMatter(null, null, null, null, null, null, null);

  private static final List<RecordComponent> FIELDS =
      List.of(FrontMatter.class.getRecordComponents());

  /** Names of fields and columns, in order. */
  public static final List<String> NAMES = FIELDS.stream().map(RecordComponent::getName).toList();

  /** The columns that {@link #of(SqlRow)} reads, for {@code select}. */
  public static String columns(String alias) {
    return NAMES.stream().map(name -> alias + "." + name).collect(Collectors.joining(", "));
  }

  public static FrontMatter of(SqlRow row) throws SQLException {
    return new FrontMatter(
        row.text(1),
        row.text(2),
        row.text(3),
        row.text(4),
        row.text(5),
        row.text(6),
        row.json(7, Picture.class));
  }

  private Object value(RecordComponent field) {
    try {
      return field.getAccessor().invoke(this);
    } catch (ReflectiveOperationException accessors) {
      throw new IllegalStateException(accessors);
    }
  }

  /** Texts by name, in order; of a picture its address, null for an empty field. */
  public Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (RecordComponent field : FIELDS) {
      Object value = value(field);
      texts.put(field.getName(), value instanceof Picture picture ? picture.url() : (String) value);
    }
    return texts;
  }

  /** Names of the fields that differ, in order. */
  public List<String> differencesFrom(FrontMatter other) {
    return FIELDS.stream()
        .filter(field -> !Objects.equals(value(field), other.value(field)))
        .map(RecordComponent::getName)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  public FrontMatter withDigest(String other) {
    return new FrontMatter(kicker, title, subtitle, other, source, author, cover);
  }

  /** Derives the digest from the body if no editor wrote one. */
  public FrontMatter withDigestOf(Body body) {
    return digest == null ? withDigest(Digest.of(body)) : this;
  }

  public FrontMatter withCoverIfNone(Picture other) {
    return new FrontMatter(
        kicker, title, subtitle, digest, source, author, cover == null ? other : cover);
  }

  /** With an empty title in place of null. */
  public FrontMatter titled() {
    return title == null ? withHeading("", subtitle, source, author) : this;
  }

  /** Replaces what a document says; a null author keeps the present one. */
  public FrontMatter withHeading(
      String newTitle, String newSubtitle, String newSource, String newAuthor) {
    return new FrontMatter(
        kicker,
        newTitle,
        newSubtitle,
        digest,
        newSource,
        newAuthor == null ? author : newAuthor,
        cover);
  }
}
