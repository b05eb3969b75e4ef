package org.yujian.testing;

import java.util.List;
import java.util.Map;

/** The desk of an account looks at its followers and at what its codes bring; examples as ever. */
final class FollowerStory {
  private final Client client;
  private final ExampleFiles files;
  private final String account;

  FollowerStory(Client client, ExampleFiles files, String account) {
    this.client = client;
    this.files = files;
    this.account = account;
  }

  void tell() {
    String desk = "/v1/desk/accounts/" + account;
    String tag = tags(desk + "/follower-tags");
    String follower = client.get(desk + "/followers").items().get(0).path("followerId").asText();
    Map<String, Object> some = Map.of("followerIds", List.of(follower));
    post("tagFollowers", tag + "/tag", some);
    example("listFollowers", client.get(desk + "/followers?limit=1"));
    post("blockFollowers", desk + "/followers/block", some);
    post("unblockFollowers", desk + "/followers/unblock", some);
    post("untagFollowers", tag + "/untag", some);
    client.delete(tag).expect(204);
    example("reportScans", client.get("/v1/desk/reports/scans?account=" + account));
    example("reportFollows", client.get("/v1/desk/reports/follows?account=" + account));
  }

  /** Gives the path of the one that is left. */
  private String tags(String path) {
    Map<String, Object> name = Map.of("name", "志愿者");
    files.request("createFollowerTag", name);
    Client.Answer made = client.post(path, name);
    example("createFollowerTag", made);
    String tag = path + "/" + made.text("id");
    Client.Answer read = client.get(tag);
    example("getFollowerTag", read);
    Map<String, Object> rename = Map.of("name", "社区志愿者");
    files.request("changeFollowerTag", rename);
    example("changeFollowerTag", client.patch(tag, rename, read.etag()));
    example("listFollowerTags", client.get(path));
    return tag;
  }

  private void post(String operation, String path, Map<String, Object> body) {
    files.request(operation, body);
    example(operation, client.post(path, body));
  }

  private void example(String operation, Client.Answer answer) {
    if (answer.status() / 100 != 2) {
      throw new AssertionError(operation + ": " + answer.status() + " " + answer.json());
    }
    files.answer(operation, answer.json());
  }
}
