package org.yujian.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.yujian.search.LiveTexts.Portion;
import org.yujian.search.LiveTexts.Tagged;
import org.yujian.search.index.FieldText;
import org.yujian.search.index.IndexBatch;
import org.yujian.search.index.IndexField;
import org.yujian.search.index.IndexGeneration;
import org.yujian.search.index.IndexUnavailable;
import org.yujian.search.index.IndexedArticle;

/**
 * Writes articles to an index. An article that cannot be indexed is logged and left out, so that it
 * does not stop others.
 */
final class BatchWriter {

  private static final Logger LOG = Logger.getLogger(BatchWriter.class);

  private final Function<String, FieldText> tokens;

  /**
   * @param tokens makes the tokens of a folded text
   */
  BatchWriter(Function<String, FieldText> tokens) {
    this.tokens = tokens;
  }

  /** Whether anything was written. */
  boolean write(Portion portion, IndexGeneration index) {
    List<IndexedArticle> made = new ArrayList<>();
    Map<UUID, Long> removed = new HashMap<>();
    portion.removed().forEach(id -> removed.put(id, portion.version()));
    for (Tagged one : portion.articles()) {
      try {
        made.add(indexed(one, portion.version()));
      } catch (RuntimeException failure) {
        leaveOut(one.article().id(), failure);
        removed.put(one.article().id(), portion.version());
      }
    }
    IndexBatch batch = new IndexBatch(made, removed);
    if (batch.isEmpty()) {
      return false;
    }
    write(batch, index);
    return true;
  }

  private IndexedArticle indexed(Tagged one, long version) {
    FoldedArticle folded = FoldedArticle.of(one.article());
    return new IndexedArticle(
        one.article().id(),
        version,
        one.article().feedOrder(),
        one.article().accountId(),
        one.tags(),
        Map.of(
            IndexField.TITLE, tokens.apply(folded.title()),
            IndexField.TEXT, tokens.apply(folded.text())));
  }

  private static void write(IndexBatch batch, IndexGeneration index) {
    try {
      index.write(batch);
    } catch (IndexUnavailable away) {
      throw away;
    } catch (RuntimeException failure) {
      LOG.debug("A batch is written article by article", failure);
      index.write(new IndexBatch(List.of(), batch.removed()));
      batch.articles().forEach(article -> writeAlone(article, index));
    }
  }

  private static void writeAlone(IndexedArticle article, IndexGeneration index) {
    try {
      index.write(new IndexBatch(List.of(article), Map.of()));
    } catch (IndexUnavailable away) {
      throw away;
    } catch (RuntimeException failure) {
      leaveOut(article.id(), failure);
      index.write(new IndexBatch(List.of(), Map.of(article.id(), article.version())));
    }
  }

  private static void leaveOut(UUID id, RuntimeException failure) {
    LOG.errorf(failure, "Article %s cannot be indexed; searches do not find it", id);
  }
}
