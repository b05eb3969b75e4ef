package org.yujian.home;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** A mark by the documented rules: what was read rises, star and position are the last writer's. */
final class ModelMark {
  private int readRev;
  private boolean star;
  private Instant starAt;
  private String block;
  private int offset;
  private Instant positionAt;

  /** As the API shows it, without what other rules decide. */
  record Shown(
      boolean read,
      int readRev,
      boolean star,
      Instant starAt,
      String block,
      int offset,
      Instant positionAt) {

    /** Nothing was done with the article. */
    static final Shown NONE = new Shown(false, 0, false, null, "", 0, null);

    static Shown of(JsonNode mark) {
      JsonNode position = mark.path("position");
      return new Shown(
          mark.path("read").asBoolean(),
          mark.path("readRev").asInt(),
          mark.path("star").asBoolean(),
          time(mark.path("starAt")),
          position.path("blockId").asText(),
          position.path("offset").asInt(),
          time(position.path("at")));
    }

    private static Instant time(JsonNode node) {
      return node.isMissingNode() ? null : Instant.parse(node.asText());
    }
  }

  /** True when it changed. */
  boolean read(int rev) {
    boolean rises = rev > readRev;
    readRev = Math.max(rev, readRev);
    return rises;
  }

  boolean star(boolean on, Instant at) {
    if (starAt != null && (at.isBefore(starAt) || at.equals(starAt) && on == star)) {
      return false;
    }
    star = on;
    starAt = at;
    return true;
  }

  boolean position(String newBlock, int newOffset, Instant at) {
    boolean same = newBlock.equals(block) && newOffset == offset;
    if (positionAt != null && (at.isBefore(positionAt) || at.equals(positionAt) && same)) {
      return false;
    }
    block = newBlock;
    offset = newOffset;
    positionAt = at;
    return true;
  }

  /** When two readers become one; what both have at the same moment stays. */
  void unite(ModelMark other) {
    read(other.readRev);
    if (other.starAt != null && (starAt == null || other.starAt.isAfter(starAt))) {
      star(other.star, other.starAt);
    }
    if (other.positionAt != null && (positionAt == null || other.positionAt.isAfter(positionAt))) {
      position(other.block, other.offset, other.positionAt);
    }
  }

  boolean isRead() {
    return readRev > 0;
  }

  boolean isStarred() {
    return star;
  }

  Shown shown() {
    return new Shown(
        isRead(), readRev, star, starAt, block == null ? "" : block, offset, positionAt);
  }
}
