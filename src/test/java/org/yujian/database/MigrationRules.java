package org.yujian.database;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Says what in a migration would stop nodes of the previous release, which read and write while it
 * runs: a long lock on a table with rows, or a change that their statements do not survive.
 */
final class MigrationRules {
  private static final String CONCURRENT_NAME = "_concurrently.sql";
  private static final Pattern COMMENT = Pattern.compile("--[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern BODY = Pattern.compile("\\$(\\w*)\\$.*?\\$\\1\\$", Pattern.DOTALL);
  private static final Pattern CREATED =
      Pattern.compile("^create (?:unlogged )?table (?:if not exists )?(\\S+)");
  private static final Pattern INDEX =
      Pattern.compile("^create (?:unique )?index (concurrently )?.*? ?on (?:only )?([^\\s(]+)");
  private static final Pattern DROP_CONCURRENTLY =
      Pattern.compile("^drop index concurrently if exists ");
  private static final Pattern CHANGED_ROWS =
      Pattern.compile("^(?:with .*)?(?:update|delete from|insert into|truncate(?: table)?) (\\S+)");
  private static final Pattern ALTERED =
      Pattern.compile("^alter table (?:if exists )?(?:only )?(\\S+) (.*)$");

  /** Statements that hold no long lock and take nothing away. */
  private static final Pattern HARMLESS =
      Pattern.compile(
          "^(?:create table|create (?:or replace )?function|create (?:or replace |constraint )*trigger"
              + "|drop trigger|create type|create sequence|comment on|create view|do) .*");

  /**
   * Actions of {@code alter table} that only change the catalog and no rule of an old statement.
   */
  private static final List<Pattern> SHORT =
      Stream.of(
              "add column (?:if not exists )?\\S+ (?!.*\\b(?:unique|references|primary key|generated)\\b)"
                  + "(?!.*\\bdefault [^,]*\\()(?:(?!.*\\bnot null\\b)|(?=.*\\bdefault\\b)).*",
              "add constraint .* not valid",
              "validate constraint .*",
              "drop constraint .*",
              "alter column \\S+ (?:set default|drop default|drop not null|set storage|set statistics)"
                  + ".*",
              "(?:re)?set \\(.*",
              "(?:enable|disable) trigger .*")
          .map(action -> Pattern.compile("^" + action + "$"))
          .toList();

  private MigrationRules() {}

  /**
   * @param name of the file
   * @return what is wrong with it, a line for each statement; empty when it may run beside others
   */
  static List<String> breaches(String name, String sql) {
    List<String> statements = statements(sql);
    Set<String> own = new LinkedHashSet<>();
    List<String> breaches = new ArrayList<>();
    boolean concurrent = name.endsWith(CONCURRENT_NAME);
    boolean validates = statements.stream().anyMatch(one -> one.contains(" validate constraint "));
    if (validates && statements.stream().anyMatch(one -> one.contains(" not valid"))) {
      breaches.add("a constraint is added and validated in one transaction, under the longer lock");
    }
    for (String statement : statements) {
      Matcher created = CREATED.matcher(statement);
      if (created.find()) {
        own.add(created.group(1));
      }
      String breach = concurrent ? concurrent(statement) : plain(statement, own);
      if (breach != null) {
        breaches.add(breach + ": " + statement);
      }
    }
    return breaches;
  }

  /** Outside of a transaction: only indexes, and what an attempt before left is dropped first. */
  private static String concurrent(String statement) {
    Matcher index = INDEX.matcher(statement);
    boolean builds = index.find() && index.group(1) != null;
    return builds || DROP_CONCURRENTLY.matcher(statement).find()
        ? null
        : "only indexes that are dropped and built concurrently";
  }

  private static String plain(String statement, Set<String> own) {
    Matcher index = INDEX.matcher(statement);
    if (index.find()) {
      return own.contains(index.group(2)) && index.group(1) == null
          ? null
          : "an index on an existing table belongs in a file *" + CONCURRENT_NAME;
    }
    Matcher rows = CHANGED_ROWS.matcher(statement);
    if (rows.find()) {
      return own.contains(rows.group(1)) || statement.startsWith("insert ") && !isCopied(statement)
          ? null
          : "existing rows are changed in batches, by the program";
    }
    Matcher altered = ALTERED.matcher(statement);
    if (altered.find()) {
      return own.contains(altered.group(1)) ? null : altered(altered.group(2));
    }
    return HARMLESS.matcher(statement).matches()
        ? null
        : "a statement that the rules do not know; it may lock or take away";
  }

  private static boolean isCopied(String statement) {
    return statement.contains(" select ");
  }

  private static String altered(String actions) {
    // Commas in parentheses belong to a type or a check.
    for (String action : actions.split(",(?![^(]*\\)) ?")) {
      if (SHORT.stream().noneMatch(one -> one.matcher(action).matches())) {
        return "an alter table that holds a long lock, or breaks the release before";
      }
    }
    return null;
  }

  private static List<String> statements(String sql) {
    String plain = BODY.matcher(COMMENT.matcher(sql).replaceAll(" ")).replaceAll("''");
    return Stream.of(plain.split(";"))
        .map(one -> one.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT))
        .filter(one -> !one.isEmpty())
        .toList();
  }
}
