package org.yujian.testing;

import java.util.Map;
import java.util.Optional;
import org.yujian.testing.DeskWrites.Write;

/** The part of {@link DeskWrites} that works on followers and their tags. */
final class FollowerWrites {
  private static final Map<String, String> NAMED = Map.of("name", "志愿者");

  private final DeskTest test;
  private final DeskWrites writes;

  FollowerWrites(DeskTest test, DeskWrites writes) {
    this.test = test;
    this.writes = writes;
  }

  /** Empty for an operation that does not work on followers. */
  Optional<Write> of(String operation) {
    return Optional.ofNullable(
        switch (operation) {
          case "createFollowerTag" ->
              DeskWrites.post("followerTag.create", account() + "/follower-tags", NAMED);
          case "changeFollowerTag" ->
              writes.patch("followerTag.change", tag(account()), Map.of("name", "老志愿者"));
          case "deleteFollowerTag" ->
              new Write("followerTag.delete", "DELETE", tag(account()), null, null);
          case "tagFollowers" -> {
            String account = account();
            yield DeskWrites.post("follower.tag", tag(account) + "/tag", follower(account));
          }
          case "untagFollowers" -> {
            String account = account();
            String tag = tag(account);
            Map<String, Object> follower = follower(account);
            DeskTest.ok(test.desk().body(follower).post(tag + "/tag"), 200);
            yield DeskWrites.post("follower.untag", tag + "/untag", follower);
          }
          case "blockFollowers" -> {
            String account = account();
            yield DeskWrites.post(
                "follower.block", account + "/followers/block", follower(account));
          }
          case "unblockFollowers" -> {
            String account = account();
            Map<String, Object> follower = follower(account);
            DeskTest.ok(test.desk().body(follower).post(account + "/followers/block"), 200);
            yield DeskWrites.post("follower.unblock", account + "/followers/unblock", follower);
          }
          default -> null;
        });
  }

  private String account() {
    return "/v1/desk/accounts/" + test.account("丁社区");
  }

  private String tag(String account) {
    return account
        + "/follower-tags/"
        + DeskTest.ok(test.desk().body(NAMED).post(account + "/follower-tags"), 201)
            .getString("id");
  }

  /** Of somebody who begins to follow. */
  private Map<String, Object> follower(String account) {
    String id = account.substring(account.lastIndexOf('/') + 1);
    DeskTest.ok(Phone.signUp().request().put("/v1/me/follows/" + id), 200);
    return Map.of("followerIds", test.tables().texts("select follower_id from follow"));
  }
}
