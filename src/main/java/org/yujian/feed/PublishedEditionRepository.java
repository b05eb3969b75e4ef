package org.yujian.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.yujian.change.Gone;
import org.yujian.shared.page.FeedOrder;
import org.yujian.shared.page.Ids;
import org.yujian.shared.page.KeysetQuery;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.page.Sql;
import org.yujian.shared.page.SqlQuery;

/** All SQL that reads published and withdrawn editions for the public; loads no entities. */
@ApplicationScoped
class PublishedEditionRepository {

  private final Sql sql;

  /** SQL query of the ids of the rows found, for parts that other repositories add. */
  public static final String FOUND = "select id from found";

  PublishedEditionRepository(Sql sql) {
    this.sql = sql;
  }

  /** A page of published editions, newest first; {@code with} adds parts to the statement. */
  public List<EditionRow> publishedPage(
      UUID account, PageRequest page, UnaryOperator<SqlQuery<EditionRow>> with) {
    List<EditionRow> rows =
        new KeysetQuery<>(with.apply(sql.query(EditionRow.SELECT, EditionRow::of)))
            .and("e.state = 'published'")
            .and("e.account_id = :account", "account", account)
            .newestFirst("e.published_at", FeedOrder::instant, page);
    return page.inOrder(rows, EditionRow::key);
  }

  List<EditionRow> published(UUID id, UnaryOperator<SqlQuery<EditionRow>> with) {
    String one = EditionRow.SELECT + " where e.state = 'published' and e.id = :id";
    return with.apply(sql.query(one, EditionRow::of)).set("id", id).list();
  }

  List<EditionRow> published(Collection<UUID> ids) {
    return sql.query(
            EditionRow.SELECT + " where e.state = 'published' and e.id = any(:ids)", EditionRow::of)
        .set("ids", Ids.of(ids))
        .list();
  }

  Optional<WithdrawalNotice> withdrawal(UUID id) {
    return sql
        .query(WithdrawalNotice.select("edition"), WithdrawalNotice::of)
        .set("id", id)
        .list()
        .stream()
        .findFirst();
  }

  /** Those of the editions that are withdrawn, with the class of withdrawal. */
  List<Gone> withdrawn(Collection<UUID> ids) {
    return sql.query(
            """
            select e.id, e.version, e.account_id, 'withdrawn', e.withdrawn_class from edition e
            where e.state = 'withdrawn' and e.id = any(:ids)
            """,
            Gone::of)
        .set("ids", Ids.of(ids))
        .list();
  }
}
