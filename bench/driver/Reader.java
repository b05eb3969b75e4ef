package bench;

import bench.Api.Answer;
import bench.Api.Question;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A device that reads: one request after the other, as an app does it. */
final class Reader {

  /** Before its access token, which lasts an hour, ends. */
  private static final long REFRESH_AFTER = 45 * 60 * 1_000_000_000L;

  private final Api api;
  private String accessToken;
  private String refreshToken;
  private long refreshed;
  private long seq;

  private Reader(Api api, JsonNode tokens) {
    this.api = api;
    keep(tokens);
  }

  static Reader signUp(Api api) throws IOException, InterruptedException {
    Question question = Question.by(null, "sign up", "POST", "/v1/devices", 201);
    return new Reader(api, api.send(question, Map.of("name", "Pixel 9")).json());
  }

  private void keep(JsonNode tokens) {
    accessToken = tokens.path("accessToken").textValue();
    refreshToken = tokens.path("refreshToken").textValue();
    refreshed = System.nanoTime();
  }

  /** Not two at once with one device: a new token would end the other's. */
  private Answer send(String kind, String method, String path, Object body, Integer... expected)
      throws IOException, InterruptedException {
    if (System.nanoTime() - refreshed > REFRESH_AFTER) {
      Question question = Question.by(null, "refresh", "POST", "/v1/devices/refresh", 200);
      Answer tokens = api.send(question, Map.of("refreshToken", refreshToken));
      if (tokens.status() == 200) {
        keep(tokens.json());
      }
    }
    return api.send(Question.by(accessToken, kind, method, path, expected), body);
  }

  synchronized void feed() throws IOException, InterruptedException {
    send("home feed", "GET", "/v1/me/feed", null, 200);
  }

  synchronized void follow(String account) throws IOException, InterruptedException {
    send("follow", "PUT", "/v1/me/follows/" + account, Map.of("muted", false), 200);
  }

  synchronized void unfollow(String account) throws IOException, InterruptedException {
    send("unfollow", "DELETE", "/v1/me/follows/" + account, null, 204);
  }

  /** Reads some; gives every fourth a star or takes it away. */
  synchronized void mark(List<String> articles, SplittableRandom random)
      throws IOException, InterruptedException {
    List<Map<String, Object>> marks = new ArrayList<>();
    for (String article : articles) {
      Map<String, Object> mark = new HashMap<>();
      mark.put("clientSeq", ++seq);
      mark.put("articleId", article);
      mark.put("at", Instant.now().toString());
      mark.put("read", true);
      if (random.nextInt(4) == 0) {
        mark.put("star", random.nextBoolean());
      }
      marks.add(mark);
    }
    send("marks", "POST", "/v1/me/states", Map.of("ops", marks), 200);
  }
}
