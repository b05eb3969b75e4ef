package org.yujian.home;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.yujian.testing.Nodes;

/** Random steps of three devices and a desk on two nodes, each of them done to the model too. */
final class ModelWalk {
  private static final int ACCOUNTS = 6;
  private static final int REMEMBERED = 30;

  /** Looking at everything costs more, the longer the walk. */
  private static final int CHECKS = 40;

  private static final int STEPS_PER_CHECK = 25;
  private static final int MOST_TOLD = 240;

  /** What may happen, and how often. */
  enum Step {
    PUBLISH(12, steps -> steps.desk().publish()),
    CORRECT(4, steps -> steps.desk().correct()),
    WITHDRAW(3, steps -> steps.desk().withdraw()),
    REPUBLISH(1, steps -> steps.desk().republish()),
    FOLLOW(12, ModelSteps::follow),
    SCAN(6, ModelSteps::scan),
    MUTE(5, ModelSteps::mute),
    UNFOLLOW(5, ModelSteps::unfollow),
    MARK(14, ModelSteps::mark),
    NOTE(14, ModelSteps::note),
    SEND(4, ModelSteps::send),
    READ_UP_TO(4, ModelSteps::readUpTo),
    SYNC(14, ModelSteps::sync),
    RESTART(1, ModelSteps::restart),
    REFRESH(2, ModelSteps::refresh),
    JOIN(2, ModelSteps::join),
    REVOKE(1, ModelSteps::revoke);

    private final int often;
    private final Function<ModelSteps, String> action;

    Step(int often, Function<ModelSteps, String> action) {
      this.often = often;
      this.action = action;
    }
  }

  private static final List<Step> CHANCES = chances();

  private final Nodes nodes;
  private final long seed;
  private final Random random;
  private final ModelSteps steps;
  private final Map<Step, Integer> done = new EnumMap<>(Step.class);
  private final Deque<String> last = new ArrayDeque<>();

  ModelWalk(Nodes nodes, long seed) {
    this.nodes = nodes;
    this.seed = seed;
    random = new Random(seed);
    steps = new ModelSteps(() -> nodes.client(random.nextInt(2)), random, this::tell);
  }

  private static List<Step> chances() {
    List<Step> all = new ArrayList<>();
    for (Step step : Step.values()) {
      for (int i = 0; i < step.often; i++) {
        all.add(step);
      }
    }
    return all;
  }

  /** All steps, then everything is looked at; what went wrong carries the last steps. */
  ModelWalk go(int count) {
    int step = 0;
    try {
      prepare();
      while (step++ < count) {
        one();
        if (step % Math.max(STEPS_PER_CHECK, count / CHECKS) == 0) {
          steps.check(steps.device());
        }
      }
      steps.end();
      return this;
    } catch (AssertionError | RuntimeException wrong) {
      String told =
          String.format(
              Locale.ROOT,
              "-Dmodel.seed=%d, step %d, after%n  %s%n",
              seed,
              step,
              String.join("\n  ", last));
      throw new AssertionError(told + wrong.getMessage(), wrong);
    }
  }

  private void prepare() {
    steps.desk().open("w" + Long.toString(seed, Character.MAX_RADIX).replace('-', 'n'), ACCOUNTS);
    try (Connection database = nodes.database()) {
      steps.desk().hangPosters(database);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void one() {
    Step step = CHANCES.get(random.nextInt(CHANCES.size()));
    tell(step.toString());
    String what = last.removeLast() + " " + step.action.apply(steps);
    last.add(what.length() < MOST_TOLD ? what : what.substring(0, MOST_TOLD) + "…");
    done.merge(step, 1, Integer::sum);
  }

  private void tell(String what) {
    last.add(what);
    if (last.size() > REMEMBERED) {
      last.remove();
    }
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "seed %d: %s", seed, done);
  }
}
