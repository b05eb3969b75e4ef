package org.yujian.follow;

import java.util.List;
import java.util.UUID;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;

final class FollowerProblems {

  private FollowerProblems() {}

  static Problem tagNotFound(UUID id) {
    return ProblemCode.FOLLOWER_TAG_NOT_FOUND.problem(id);
  }

  static Problem tagNameTaken(String name) {
    return ProblemCode.FOLLOWER_TAG_NAME_TAKEN.problem(name);
  }

  static Problem tooManyTags() {
    return ProblemCode.TOO_MANY_FOLLOWER_TAGS.problem(
        FollowerTagService.MOST, FollowerService.MOST_TAGS);
  }

  /** Lists the followers who have the maximum number of tags. */
  static Problem tooManyTags(List<UUID> followers) {
    return tooManyTags().with("followerIds", followers);
  }
}
