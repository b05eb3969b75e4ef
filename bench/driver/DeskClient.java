package bench;

import bench.Api.Answer;
import bench.Api.Question;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** An editor's work through the API of the desk, with an admin key. */
final class DeskClient {
  private static final Integer[] CHANGED = {200, 404, 409, 410, 412};

  private final Api api;
  private final String key;

  DeskClient(Api api, String key) {
    this.api = api;
    this.key = key;
  }

  /** Draft, then publish: the ids of the articles; empty when one failed, which is counted. */
  List<String> publish(String account, int articles, Random random)
      throws IOException, InterruptedException {
    Prose prose = new Prose(random);
    List<Map<String, Object>> texts = new ArrayList<>();
    for (int i = 0; i < articles; i++) {
      texts.add(
          Map.of(
              "title", prose.title(),
              "source", prose.source(),
              "tags", List.of("t" + random.nextInt(10)),
              "blocks", blocks(prose, "")));
    }
    Answer draft =
        api.send(
            question("draft", "POST", "/v1/desk/editions", 201),
            Map.of("accountId", account, "articles", texts));
    if (draft.status() != 201) {
      return List.of();
    }
    String edition = "/v1/desk/editions/" + draft.json().path("id").textValue();
    Answer live =
        api.send(
            question("publish", "POST", edition + "/publish", 200),
            Map.of(),
            "If-Match",
            draft.etag());
    List<String> published = new ArrayList<>();
    if (live.status() == 200) {
      live.json().path("articles").forEach(a -> published.add(a.path("id").textValue()));
    }
    return published;
  }

  private static List<Map<String, String>> blocks(Prose prose, String more) {
    List<Map<String, String>> blocks = new ArrayList<>();
    for (String text : prose.paragraphs()) {
      blocks.add(Map.of("type", "paragraph", "text", text.replace("# ", "") + more));
    }
    return blocks;
  }

  /** Looks, changes the body, says so; false when others were faster or it is gone. */
  boolean correct(String article, Random random) throws IOException, InterruptedException {
    String path = "/v1/desk/articles/" + article;
    Answer seen = api.ask(question("look", "GET", path, 200));
    if (seen.status() != 200) {
      return false;
    }
    Answer changed =
        api.send(
            question("change", "PATCH", path, CHANGED),
            Map.of("blocks", blocks(new Prose(random), "（" + random.nextLong() + "）")),
            "If-Match",
            seen.etag());
    if (changed.status() != 200) {
      return false;
    }
    Answer live =
        api.send(
            question("correct", "POST", path + "/corrections", CHANGED),
            Map.of("class", "fact", "note", "原文有误。"),
            "If-Match",
            changed.etag());
    return live.status() == 200;
  }

  /** False when others were faster. */
  boolean withdraw(String article) throws InterruptedException {
    Question question =
        question("withdraw", "POST", "/v1/desk/articles/" + article + "/withdraw", CHANGED);
    Map<String, String> why = Map.of("class", "expired", "publicNote", "活动已结束。");
    return api.send(question, why).status() == 200;
  }

  private Question question(String kind, String method, String path, Integer... expected) {
    return Question.by(key, kind, method, path, expected);
  }
}
