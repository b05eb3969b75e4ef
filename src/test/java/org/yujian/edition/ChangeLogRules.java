package org.yujian.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.yujian.testing.Tables;

/** What holds for the change log at any moment between transactions, whatever happened before. */
public final class ChangeLogRules {
  private ChangeLogRules() {}

  public static void check(Tables tables) {
    assertThat(
            tables.rows(
                """
                select type, thing_id, version, count(*) from change
                group by type, thing_id, version having count(*) > 1
                """))
        .as("a version of a thing stands in the log once")
        .isEmpty();
    assertThat(
            tables.rows(
                """
                select * from (
                  select type, thing_id, version,
                    lag(version) over (partition by thing_id order by seq) before from change) c
                where version <= before
                """))
        .as("versions rise with seq")
        .isEmpty();
    checkNewest(tables, "article", "t.version", "t.live_rev > 0");
    checkNewest(tables, "edition", "t.version", "t.published_at is not null");
    checkNewest(tables, "account", "t.version", "t.state <> 'hidden'");
    checkNewest(tables, "tag", "t.version", "true");
  }

  /** The newest row of each public thing says the version that the thing has. */
  private static void checkNewest(Tables tables, String type, String version, String isPublic) {
    assertThat(
            tables.rows(
                String.format(
                    Locale.ROOT,
                    """
                    select t.id, %s, c.version from %s t
                    left join (select thing_id, max(version) as version from change group by thing_id) c
                      on c.thing_id = t.id
                    where (%s) and %s is distinct from c.version
                    """,
                    version,
                    type,
                    isPublic,
                    version)))
        .as("the newest row of each %s carries its version", type)
        .isEmpty();
  }
}
