package org.yujian.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.yujian.testing.Folders;
import org.yujian.testing.ManyArticles;
import org.yujian.testing.Program;
import org.yujian.testing.Seed;
import org.yujian.testing.Tables;

/**
 * The packaged program fills its index, is killed in the middle of it, and goes on or begins anew.
 */
class SearchFeederIT {
  private static final Path DATA = Folders.empty("search-feeder");
  private static final int ARTICLES = Integer.getInteger("search.articles", 12_000);
  private static final int ACCOUNTS = 200;
  private static final int MOST_PERCENT = 60;
  private static final String PROGRESS = "articles are in the new search index";

  private final Random random = Seed.random("SearchFeederIT");
  private Program program;

  @AfterEach
  void end() {
    if (program != null) {
      program.close();
    }
  }

  private long metric(String name) {
    return program
        .get(program.managementUrl().resolve("/q/metrics"))
        .body()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElse(-1);
  }

  private Tables tables() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(program.jdbcUrl("yujian"));
    source.setUser("yujian");
    source.setPassword(program.databasePassword());
    return new Tables(source);
  }

  @Test
  void afterAKillWhileFillingTheIndexBecomesWhole() {
    program = Program.start(DATA, "yujian.sample=false");
    ManyArticles.fill(tables(), ARTICLES, ACCOUNTS, random);
    program.stop();
    Folders.empty("search-feeder/search");
    program = Program.start(DATA, "yujian.sample=false");
    int percent = 1 + random.nextInt(MOST_PERCENT);
    program.await("the filling", () -> metric("yujian_search_index_filled") >= percent);
    assertThat(metric("yujian_search_index_articles")).isZero();
    HttpResponse<String> early = program.get("/v1/search?q=a");
    assertThat(early.statusCode()).isEqualTo(503);
    assertThat(early.body()).contains("search-unavailable").containsPattern("\\d+ % are done");
    assertThat(early.headers().firstValue("Retry-After")).isPresent();
    program.kill9();
    long began = System.nanoTime();
    program = Program.start(DATA, "yujian.sample=false");
    System.out.println("SearchFeederIT: " + program.awaitLine(PROGRESS));
    program.await("the index", () -> metric("yujian_search_index_filled") == 100);
    System.out.printf(
        Locale.ROOT,
        "SearchFeederIT: whole %d ms after the next start began%n",
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    long live = tables().number("select count(*) from article where state = 'published'");
    assertThat(metric("yujian_search_index_articles")).isEqualTo(live);
    assertThat(metric("yujian_search_index_behind")).isZero();
    program.stop();
    assertThat(program.errors()).isEmpty();
    program = Program.start(DATA, "yujian.sample=false");
    // At once: it was committed at the end.
    program.await("the index", () -> metric("yujian_search_index_filled") == 100);
    assertThat(metric("yujian_search_index_articles")).isEqualTo(live);
    assertThat(program.lines()).noneMatch(said -> said.contains(PROGRESS));
  }
}
