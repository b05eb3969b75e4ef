package org.yujian.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Migrations run beside nodes of the previous release; {@code docs/upgrading.md} says how. */
class MigrationRulesTest {
  private static final Path MIGRATIONS = Path.of("src", "main", "resources", "db", "migration");

  /** The first migration that was written under these rules; earlier ones stay as they are. */
  private static final int FIRST = 52;

  @Test
  void newMigrationsStopNobody() throws IOException {
    try (Stream<Path> files = Files.list(MIGRATIONS)) {
      for (Path file : files.filter(file -> number(file) >= FIRST).toList()) {
        String name = file.getFileName().toString();
        assertThat(MigrationRules.breaches(name, Files.readString(file))).as(name).isEmpty();
      }
    }
  }

  /**
   * Flyway runs {@code concurrently} outside of a transaction; the name is what lifts the limit.
   */
  @Test
  void earlierMigrationsRunInTransactions() throws IOException {
    try (Stream<Path> files = Files.list(MIGRATIONS)) {
      for (Path file : files.filter(file -> number(file) < FIRST).toList()) {
        assertThat(Files.readString(file)).doesNotContainIgnoringCase("concurrently");
      }
    }
  }

  private static int number(Path file) {
    return Integer.parseInt(file.getFileName().toString().replaceAll("^V(\\d+)__.*", "$1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create table t (a int); create index i on t (a); insert into t select 1; update t set a = 2",
        "alter table account add column note text",
        "alter table account add column note text not null default '', add column b boolean",
        "alter table account add column n numeric(10, 2), drop constraint account_check",
        "alter table account add constraint c check (n in (1, 2)) not valid",
        "alter table account validate constraint c",
        "alter table account alter column n set default now(), alter column n drop not null",
        "alter table account set (fillfactor = 80)",
        "insert into search_state values (1, 2)",
        "create or replace function f() returns int language sql as $$ update account set a = 1; $$",
        "create trigger t after update on article for each row execute function f()",
        "-- update account set a = 1;\ncomment on table account is 'x'"
      })
  void whatMayRunBesideOthers(String sql) {
    assertThat(MigrationRules.breaches("V60__x.sql", sql)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create index i on account (name)",
        "create unique index i on t (a) where a > 0; create table t (a int)",
        "create index concurrently i on account (name)",
        "create unique index i on account (name) include (id)",
        "create index on account using gin (name)",
        "update account set name = ''",
        "delete from account",
        "with old as (select 1) update account set name = ''",
        "insert into change select 1 from account",
        "truncate account",
        "alter table account add column n int not null",
        "alter table account add column n uuid default gen_random_uuid()",
        "alter table account add column n text unique",
        "alter table account add column n uuid references account",
        "alter table account add column n int generated always as (1) stored",
        "alter table account add check (n > 0)",
        "alter table account add constraint c foreign key (n) references account",
        "alter table account alter column n type bigint",
        "alter table account alter column n set not null",
        "alter table account drop column n",
        "alter table account rename column n to m",
        "alter table account add column a text, drop column n",
        "alter table account add constraint c check (n > 0) not valid;"
            + " alter table account validate constraint c",
        "drop table account",
        "drop index account_name",
        "lock table account",
        "vacuum full account",
        "cluster account"
      })
  void whatWouldStopThem(String sql) {
    assertThat(MigrationRules.breaches("V60__x.sql", sql)).isNotEmpty();
  }

  @Test
  void aConcurrentIndexHasAFileOfItsOwn() {
    String name = "V60__account_name_concurrently.sql";
    String good =
        "drop index concurrently if exists i; create unique index concurrently i on account (name)";
    assertThat(MigrationRules.breaches(name, good)).isEmpty();
    for (String bad :
        List.of(
            "create index i on account (n)", "drop index i", "alter table a add column b int")) {
      assertThat(MigrationRules.breaches(name, bad)).isNotEmpty();
    }
  }
}
