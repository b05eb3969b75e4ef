package org.yujian.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yujian.auth.Sealing;

/** What an administrator does with keys and looks at in the audit; examples as in the others. */
final class AdminStory {
  private static final String SECRET = "yj_" + "x".repeat(43);
  private static final int WRITES = 3;
  private static final String SHA256 = "0123456789abcdef".repeat(4);

  private final Client client;
  private final ExampleFiles files;

  AdminStory(Client client, ExampleFiles files) {
    this.client = client;
    this.files = files;
  }

  void tell() {
    keys();
    audit();
  }

  private void keys() {
    String account = client.get("/v1/accounts").items().get(0).path("id").asText();
    Map<String, Object> request =
        Map.of(
            "label",
            "学校网站",
            "scopes",
            List.of("content:read", "content:write"),
            "accounts",
            List.of(account),
            "expiresAt",
            "2036-09-01T00:00:00Z");
    files.request("createKey", request);
    Client.Answer made = client.post("/v1/desk/keys", request);
    example("createKey", made);
    String path = "/v1/desk/keys/" + made.json().path("key").path("id").asText();
    Map<String, Object> overlap = Map.of("overlapSeconds", 3_600);
    files.request("rotateKey", overlap);
    example("rotateKey", client.post(path + "/rotate", overlap));
    example("getKey", client.get(path));
    example("listKeys", client.get("/v1/desk/keys?limit=1"));
    example("revokeKey", client.post(path + "/revoke", Map.of()));
  }

  private void audit() {
    Sealing.run();
    example("listAuditEntries", client.get("/v1/desk/audit?thing=key"));
    Client.Answer head = client.get("/v1/desk/audit/head");
    example("getAuditHead", head);
    example("verifyAudit", client.get("/v1/desk/audit/verify?head=" + head.text("sha256")));
  }

  private void example(String operation, Client.Answer answer) {
    if (answer.status() / 100 != 2) {
      throw new AssertionError(operation + ": " + answer.status() + " " + answer.json());
    }
    JsonNode json = answer.json().deepCopy();
    mask(json, new HashMap<>());
    files.answer(operation, json);
  }

  /** Secrets never reach a file, and what differs from run to run by chance is made equal. */
  private static void mask(JsonNode json, Map<Long, Integer> numbers) {
    if (json instanceof ObjectNode object) {
      if (object.has("secret")) {
        object.put("secret", SECRET);
      }
      if (object.has("prefix")) {
        object.put("prefix", SECRET.substring(0, 11));
      }
      for (String name : List.of("sha256", "beforeSha256", "afterSha256", "sealSha256")) {
        if (object.has(name)) {
          object.put(name, SHA256);
        }
      }
      if (object.path("id").isNumber()) {
        int number = numbers.computeIfAbsent(object.path("id").asLong(), id -> numbers.size() + 1);
        object.put("id", number);
        // The story has three writes on keys; how many came before is no matter.
        object.put("seal", WRITES + 1 - number);
      }
      if (object.has("sealed")) {
        object.put("sealed", WRITES);
      }
    }
    json.forEach(child -> mask(child, numbers));
  }
}
