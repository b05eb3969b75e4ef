package bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long the pages of the desk take, one request after the other, in a session as people have. */
final class DeskPages {
  private static final int WARM_UP = 100;
  private static final int REQUESTS = 200;
  private static final double MOST = 50;

  private final Report report;
  private final Program program;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Verdicts verdicts = new Verdicts();

  DeskPages(Report report, Program program) {
    this.report = report;
    this.program = program;
  }

  void run(Server server) throws IOException, InterruptedException, SQLException {
    String site = "http://127.0.0.1:" + server.port;
    String cookie = signIn(site);
    Map<String, String> pages = pages();
    for (int i = 0; i < WARM_UP; i++) {
      for (String path : pages.values()) {
        get(site + path, cookie);
      }
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("page", "p50 ms", "p95 ms", "slowest ms", "kB"));
    double slowest = 0;
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Samples samples = new Samples();
      for (int i = 0; i < REQUESTS; i++) {
        long began = System.nanoTime();
        int bytes = get(site + page.getValue(), cookie).length;
        samples.note(System.nanoTime() - began, 0, bytes);
      }
      slowest = Math.max(slowest, samples.latency(0.95));
      rows.add(
          List.of(
              page.getKey(),
              rounded(samples.latency(0.5)),
              rounded(samples.latency(0.95)),
              rounded(samples.latency(1)),
              rounded(samples.bodyPerRequest() / 1e3)));
      Bench.say("desk: " + String.join(" | ", rows.get(rows.size() - 1)));
    }
    report.line("\n## Pages of the desk");
    report.line(
        "%d requests each, one after the other, after %d of each for warm-up; measured by the client.",
        REQUESTS, WARM_UP);
    report.table(rows);
    verdicts.atMost("p95 ms of the slowest page", slowest, MOST);
    verdicts.write(report);
  }

  private static String rounded(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private Map<String, String> pages() throws SQLException, IOException {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("overview", "/desk");
    pages.put("import", "/desk/import");
    pages.put("editions", "/desk/editions");
    pages.put("edition", "/desk/editions/" + newest("edition"));
    String article = "/desk/articles/" + newest("article");
    pages.put("article", article);
    pages.put("revision", article + "/revisions/1");
    pages.put("accounts", "/desk/accounts");
    pages.put("account", "/desk/accounts/" + newest("account"));
    pages.put("tags", "/desk/tags");
    pages.put("pictures", "/desk/pictures");
    pages.put("codes", "/desk/codes");
    pages.put("reports", "/desk/reports");
    for (String word : List.of("社区", "通知", "不存在的词")) {
      String q = URLEncoder.encode(word, StandardCharsets.UTF_8);
      pages.put("search " + word, "/desk/search?q=" + q);
    }
    pages.put("settings", "/desk/settings");
    pages.put("keys", "/desk/settings/keys");
    pages.put("webhooks", "/desk/settings/webhooks");
    pages.put("audit", "/desk/settings/audit");
    return pages;
  }

  private String newest(String table) throws SQLException, IOException {
    return program
        .database()
        .text("select cast(id as text) from " + table + " order by id desc limit 1");
  }

  private String signIn(String site) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(site + "/desk/sign-in"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", "same-origin")
            .POST(BodyPublishers.ofString("key=" + program.adminKey()))
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    return answer
        .headers()
        .firstValue("Set-Cookie")
        .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
        .orElseThrow(() -> new IOException("not signed in: " + answer.statusCode()));
  }

  private byte[] get(String address, String cookie) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address)).header("Cookie", cookie).build();
    HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException(address + ": " + answer.statusCode());
    }
    return answer.body();
  }
}
