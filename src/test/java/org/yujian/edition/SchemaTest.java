package org.yujian.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yujian.feed.FeedTest;

/** What the database enforces by itself, whatever the program does. */
@QuarkusTest
class SchemaTest extends FeedTest {

  @Test
  void everyTextColumnHasCollationC() {
    String columns =
        """
        select c.relname || '.' || a.attname from pg_attribute a
        join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
        join pg_collation l on l.oid = a.attcollation
        where n.nspname = current_schema() and c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0
          and not a.attisdropped and c.relname <> 'flyway_schema_history' and l.collname %s 'C'
        """;
    assertThat(tables.texts(String.format(Locale.ROOT, columns, "<>"))).isEmpty();
    assertThat(tables.texts(String.format(Locale.ROOT, columns, "=")))
        .contains("article.title", "article.tags", "tag.slug", "change.parts")
        .hasSizeGreaterThan(50);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update article_revision set title = 'other'",
        "update article_revision set title = title",
        "delete from article_revision"
      })
  void aRevisionIsNeverChanged(String statement) {
    account("a");
    publish("a", List.of("甲"), List.of());
    assertThatThrownBy(() -> tables.run(statement)).rootCause().hasMessageContaining("immutable");
    assertThat(tables.texts("select title from article_revision")).containsExactly("甲");
  }

  @Test
  void placesOfAnEditionAreSwappedButNeverShared() {
    account("a");
    publish("a", List.of("甲", "乙"), List.of());
    tables.runLogged("update article set position = 3 - position, version = version + 1");
    assertThat(tables.texts("select title from article order by position"))
        .containsExactly("乙", "甲");
    assertThatThrownBy(() -> tables.run("update article set position = 1"))
        .rootCause()
        .hasMessageContaining("article_edition_id_position_key");
  }

  @Test
  void momentsAndFeedPlacesAreUnique() {
    account("a");
    publish("a", List.of("甲"), List.of());
    publish("a", List.of("乙"), List.of());
    assertThatThrownBy(
            () ->
                tables.run(
                    "update edition set published_at = (select max(published_at) from edition)"))
        .rootCause()
        .hasMessageContaining("edition_published_at_key");
    assertThatThrownBy(() -> tables.run("update article set feed_order = 8"))
        .rootCause()
        .hasMessageContaining("article_feed_order_key");
  }

  @Test
  void nobodyWaitsOrIdlesForEver() {
    assertThat(tables.texts("show lock_timeout")).containsExactly("5s");
    assertThat(tables.texts("show idle_in_transaction_session_timeout")).containsExactly("10s");
  }
}
