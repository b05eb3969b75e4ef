package org.yujian.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yujian.shared.problem.Causes;
import org.yujian.testing.DeskTest;
import org.yujian.testing.Upload;

/** The database refuses at commit what changes for the public without its row in the log. */
@QuarkusTest
class ChangeGuardTest extends DeskTest {

  @BeforeEach
  void publish() {
    tag("x");
    tag("y");
    imported(
        Upload.text("扫描二维码\n关注“外面”\n\n# 甲\n\n正文。\n\n# 乙\n\n正文。\n")
            .with("account", account("账号"))
            .with("tag", "x")
            .publish());
    imported(Upload.text("# 丙\n\n正文。\n").with("account", account("另")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update account set intro = 'x', version = version + 1",
        "update account set state = 'closed', closed_at = now(), version = version + 1",
        "update edition set published_at = published_at - interval '1 day', version = version + 1"
            + " where state = 'published'",
        "update edition set version = version + 1 where state = 'published'",
        "update edition set state = 'withdrawn', withdrawn_at = now(), version = version + 1"
            + " where state = 'published'",
        "update article set title = 'x', version = version + 1 where state = 'published'",
        "update article set tags = '{x,y}', version = version + 1 where state = 'published'",
        "update article set state = 'withdrawn', withdrawn_at = now(), version = version + 1"
            + " where state = 'published'",
        "update tag set name = slug || 'z', version = version + 1",
        "insert into tag select gen_random_uuid(), 'z', 'z', 'z', 'z', 1, now(), now()",
        "update follow_target set url = 'https://x.example', version = version + 1"
            + " where account_id is null",
        "insert into follow_target (id, name, name_key, sort_key, state, version, created_at,"
            + " updated_at) select gen_random_uuid(), 'z', 'z', 'z', 'open', 1, now(), now()",
      })
  void whatThePublicSeesNeedsARow(String statement) {
    refused(statement);
    tables().runLogged(statement);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from article_tag",
        "insert into article_tag (tag_id, article_id, account_id, feed_order)"
            + " select (select id from tag where slug = 'y'), id, account_id, feed_order"
            + " from article where state = 'published'",
        "delete from tag where slug = 'y'",
      })
  void tagsOfLiveArticlesNeedARow(String statement) {
    refused(statement);
    tables()
        .runLogged(
            statement
                + "; update article set version = version + 1 where state = 'published'; insert"
                + " into change (at, type, thing_id, version, parts) select now(), 'tag', thing_id,"
                + " version + 1, '{}' from change c where type = 'tag' and not exists (select 1"
                + " from tag t where t.id = c.thing_id)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from edition_follow_target",
        "update edition_follow_target set position = position + 1",
        "insert into edition_follow_target select e.id, 9, t.id from edition e, follow_target t"
            + " where e.state = 'published' and t.account_id is not null limit 1",
      })
  void whatAPublishedEditionShowsNeedsARow(String statement) {
    refused(statement);
    tables()
        .runLogged(
            statement + "; update edition set version = version + 1 where state = 'published'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update article_draft set title = 'x', version = version + 1",
        "update edition set desk_version = desk_version + 1, updated_at = now()",
        "update edition set state = 'scheduled', scheduled_at = now(), due_at = now()"
            + " where state = 'draft'",
        "update edition set internal_note = 'x'",
        "update article set internal_note = 'x'",
        "update article set title = 'x' where state = 'draft'",
        "update account set updated_at = now()",
        "update follow_target set updated_at = now()",
        "insert into follow_target (id, name, name_key, sort_key, state, version, created_at,"
            + " updated_at) select gen_random_uuid(), 'z', 'z', 'z', 'hidden', 1, now(), now()",
        "update account set intro = intro",
      })
  void whatOnlyTheDeskSeesNeedsNone(String statement) {
    tables().run(statement);
  }

  @Test
  void aRowOfAnotherVersionOrAnotherTransactionDoesNotCount() {
    String row =
        "; insert into change (at, type, thing_id, version, parts)"
            + " select now(), 'tag', id, version + %d, '{}' from tag";
    refused(
        "update tag set name = slug || 'z', version = version + 1"
            + String.format(Locale.ROOT, row, 1));
    refused("update tag set name = slug || 'z'");
    tables()
        .run(
            "update tag set name = slug || 'z', version = version + 1"
                + String.format(Locale.ROOT, row, 0));
  }

  @Test
  void theLogIsAppendOnly() {
    for (String statement : new String[] {"update change set at = now()", "delete from change"}) {
      assertThatThrownBy(() -> tables().run(statement))
          .rootCause()
          .hasMessageContaining("append only");
    }
  }

  private void refused(String statement) {
    assertThatThrownBy(() -> tables().run(statement))
        .satisfies(
            failure ->
                assertThat(Causes.of(failure))
                    .anySatisfy(
                        cause -> {
                          assertThat(cause).isInstanceOf(SQLException.class);
                          assertThat(((SQLException) cause).getSQLState()).isEqualTo("YJ001");
                          assertThat(cause).hasMessageContaining("without its row");
                        }));
  }
}
