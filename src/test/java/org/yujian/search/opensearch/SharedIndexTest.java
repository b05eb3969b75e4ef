package org.yujian.search.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.search.index.ArticleScope;
import org.yujian.search.index.Clause;
import org.yujian.search.index.FieldText;
import org.yujian.search.index.IndexBatch;
import org.yujian.search.index.IndexField;
import org.yujian.search.index.IndexGeneration;
import org.yujian.search.index.IndexHits.Hit;
import org.yujian.search.index.IndexModel;
import org.yujian.search.index.IndexQuery;
import org.yujian.search.index.IndexUnavailable;
import org.yujian.search.index.IndexedArticle;

/** What several nodes do with one OpenSearch, and what they see of its failures. */
class SharedIndexTest {
  private static final String PREFIX = "shared";
  private static final String NAME = "one";
  private static final UUID ID = new UUID(7, 1);
  private static final IndexBatch REMOVED = new IndexBatch(List.of(), Map.of(ID, 7L));

  private OpenSearchProcess server;

  @BeforeEach
  void start() {
    server = OpenSearchProcess.running();
  }

  @AfterEach
  void clear() {
    if (server != null) {
      server.start();
      server.clear(PREFIX);
    }
  }

  private OpenSearchIndex node(Duration unused) {
    return new OpenSearchIndex(server.access(PREFIX), unused);
  }

  private IndexGeneration opened() {
    return node(Duration.ZERO).open(NAME);
  }

  private static IndexBatch written(long version, String text) {
    FieldText field = new FieldText(text, List.of(), List.of());
    return new IndexBatch(
        List.of(
            new IndexedArticle(
                ID, version, version, new UUID(8, 1), List.of(), Map.of(IndexField.TEXT, field))),
        Map.of());
  }

  private static List<UUID> found(IndexGeneration index, String text) {
    index.refresh();
    Clause clause = new Clause.Contains(IndexField.TEXT, text);
    IndexQuery query = new IndexQuery(ArticleScope.ALL, clause, List.of(), Set.of(), null, 10, 10);
    return index.search(query).hits().stream().map(Hit::id).toList();
  }

  @Test
  void anOlderWriteNeverReplacesANewerOne() {
    IndexGeneration fast = opened();
    IndexGeneration slow = opened();
    fast.write(written(5, "新的"));
    slow.write(written(4, "旧的"));
    slow.write(new IndexBatch(List.of(), Map.of(ID, 4L)));
    assertThat(found(slow, "新的")).containsExactly(ID);
    fast.write(REMOVED);
    slow.write(written(5, "新的"));
    assertThat(found(slow, "新的")).isEmpty();
    slow.write(written(8, "再来"));
    assertThat(found(fast, "再来")).containsExactly(ID);
  }

  @Test
  void aServerThatIsKilledHasEveryWriteWhenItIsBack() {
    IndexGeneration index = opened();
    index.write(written(5, "中国"));
    index.commit("five");
    index.write(written(6, "人民"));
    server.kill();
    assertThatThrownBy(() -> index.search(IndexModel.ALL)).isInstanceOf(IndexUnavailable.class);
    assertThatThrownBy(() -> index.write(REMOVED)).isInstanceOf(IndexUnavailable.class);
    server.start();
    // What was written is lost for the caller, who has to read the position first.
    assertThatThrownBy(() -> index.commit("six")).isInstanceOf(IndexUnavailable.class);
    IndexGeneration again = opened();
    assertThat(again.position()).contains("five");
    assertThat(found(again, "人民")).containsExactly(ID);
    assertThat(index.position()).contains("five");
    index.write(REMOVED);
    assertThat(found(index, "人民")).isEmpty();
  }

  @Test
  void aGenerationThatAnotherNodeUsesIsNotDeleted() {
    IndexGeneration used = opened();
    used.commit("filling");
    AtomicLong clock = new AtomicLong();
    OpenSearchHttp http = new OpenSearchHttp(server.url(), null, null);
    Duration hour = Duration.ofHours(1);
    OpenSearchIndex other = new OpenSearchIndex(http, PREFIX, hour, clock::get);
    other.delete(NAME);
    clock.addAndGet(hour.toNanos() - 1);
    other.delete(NAME);
    assertThat(other.names()).containsExactly(NAME);
    // The first refresh of this generation marks it.
    opened().refresh();
    clock.addAndGet(hour.toNanos());
    other.delete(NAME);
    assertThat(other.names()).containsExactly(NAME);
    clock.addAndGet(hour.toNanos());
    other.delete(NAME);
    assertThat(other.names()).isEmpty();
    assertThatThrownBy(() -> used.search(IndexModel.ALL)).isInstanceOf(IndexUnavailable.class);
  }

  @Test
  void aNodeThatHasNotHeardOfAReplacedGenerationDoesNotTouchTheNewOne() {
    IndexGeneration before = opened();
    before.commit("far");
    node(Duration.ZERO).delete(NAME);
    IndexGeneration after = opened();
    assertThat(after.position()).isEmpty();
    assertThatThrownBy(() -> before.write(written(5, "中国"))).isInstanceOf(IndexUnavailable.class);
    assertThatThrownBy(before::position).isInstanceOf(IndexUnavailable.class);
    assertThatThrownBy(() -> before.search(IndexModel.ALL)).isInstanceOf(IndexUnavailable.class);
    assertThat(found(after, "中国")).isEmpty();
    assertThat(server.indexes(PREFIX))
        .containsExactlyInAnyOrder(PREFIX + "-positions", PREFIX + ".one");
  }

  @Test
  void aRemovalAloneMakesNoIndexWhereThereIsNone() {
    IndexGeneration before = opened();
    node(Duration.ZERO).delete(NAME);
    assertThatThrownBy(() -> before.write(REMOVED)).isInstanceOf(IndexUnavailable.class);
    assertThat(server.indexes(PREFIX)).containsExactly(PREFIX + "-positions");
  }

  @Test
  void aPositionOfAnotherNodeIsSeen() {
    IndexGeneration one = opened();
    IndexGeneration other = opened();
    one.commit("filling");
    assertThat(one.committedByOthers()).isEmpty();
    other.commit("whole");
    assertThat(one.committedByOthers()).contains("whole");
    assertThat(opened().position()).contains("whole");
  }

  @Test
  void charactersOfTwoUnitsCountAsOneAtEveryPlaceOfALongText() {
    IndexGeneration index = opened();
    index.write(written(1, "𠀀a".repeat(3_000) + "中" + "𠀁😀".repeat(3_000)));
    assertThat(found(index, "a中𠀁😀𠀁")).containsExactly(ID);
    assertThat(found(index, "𠀀a".repeat(30) + "中")).containsExactly(ID);
    assertThat(found(index, "𠀀𠀀")).isEmpty();
    assertThat(found(index, "a中😀")).isEmpty();
  }
}
