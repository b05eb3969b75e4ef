package bench;

import bench.SearchTexts.Text;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Questions that no article answers exactly: three words of one article, typed together behind a
 * question word. Their answers come from the search engine's index.
 */
final class SearchQuestions {
  private static final int QUESTIONS = 100;
  private static final int WARM_UP = 300;
  private static final int ASKED = 400;
  private static final int FIRST = 10;
  private static final long LONGEST = TimeUnit.HOURS.toNanos(1);

  /** How often the article stands among the first ten; our own number. */
  private static final double FOUND = 0.9;

  private final Report report;
  private final Server server;
  private final Requests requests;
  private final SearchClient client;
  private final List<Text> sources = new ArrayList<>();
  private final List<String> questions = new ArrayList<>();

  SearchQuestions(Report report, Server server, Database database)
      throws IOException, SQLException {
    this.report = report;
    this.server = server;
    this.requests = new Requests(database);
    this.client = new SearchClient(server);
    Random random = new Random(12);
    for (Text text : new SearchTexts(database).some(2 * QUESTIONS)) {
      List<String> words =
          SearchQueries.words(text.body()).stream().filter(word -> word.length() >= 2).toList();
      if (words.size() >= 30 && questions.size() < QUESTIONS) {
        StringBuilder question = new StringBuilder("请问");
        for (int i = 0; i < 3; i++) {
          question.append(words.get(random.nextInt(10) + 10 * i));
        }
        sources.add(text);
        questions.add(question.append("怎么办？").toString());
      }
    }
  }

  void run(Verdicts verdicts) throws IOException, InterruptedException {
    long began = System.nanoTime();
    awaitIndex();
    double waited = (System.nanoTime() - began) / 1e9;
    int found = 0;
    for (int i = 0; i < questions.size(); i++) {
      String id = sources.get(i).id().toString();
      JsonNode items = client.get(path(i, "&type=articles&limit=" + FIRST)).path("items");
      boolean there = false;
      for (JsonNode item : items) {
        there |= item.path("article").path("id").asText().equals(id);
      }
      found += there ? 1 : 0;
    }
    Samples samples = new Samples();
    for (int i = 0; i < WARM_UP + ASKED; i++) {
      long sent = System.nanoTime();
      client.get(path(i, "&n=" + i));
      if (i >= WARM_UP) {
        samples.note(System.nanoTime() - sent, 0, 0);
      }
    }
    report.line("\n## Questions that nothing answers exactly\n");
    report.line(
        "%d questions of three words of one article, typed together with 请问 and 怎么办？; waited %.0f s"
            + " for the index. First pages that the program does not remember, one after the other:"
            + " p50 %.2f ms, p95 %.2f ms. The article is among the first ten for %d.",
        questions.size(), waited, samples.latency(0.5), samples.latency(0.95), found);
    verdicts.atLeast(
        "questions with their article among the first ten",
        (double) found / questions.size(),
        FOUND);
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      paths.add(path(i, ""));
    }
    new SearchBeside(report, server, requests, "questions that nothing answers exactly", paths)
        .run(verdicts);
  }

  private String path(int number, String more) {
    return SearchClient.path(questions.get(number % questions.size())) + more;
  }

  /** Until the first question has an answer: the index is filled after the start. */
  private void awaitIndex() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + LONGEST;
    long asked = 0;
    while (client.get(path(0, "&wait=" + asked++)).path("items").isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new IOException("The search index is not filled");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    }
  }
}
