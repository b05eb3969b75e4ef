package bench;

import java.util.function.Consumer;

/** Which requests of limited callers were answered, and which were refused. */
final class LimitedAnswers implements Consumer<Connection> {
  private static final int TOO_MANY = 429;

  int accepted;
  int refused;
  int withoutRetryAfter;
  int others;
  private long firstSent = Long.MAX_VALUE;
  private long lastSent;

  @Override
  public void accept(Connection connection) {
    firstSent = Math.min(firstSent, connection.sent);
    lastSent = Math.max(lastSent, connection.sent);
    if (connection.status == 200) {
      accepted++;
    } else if (connection.status == TOO_MANY) {
      refused++;
      String wait = connection.header("retry-after");
      withoutRetryAfter += wait != null && wait.matches("[1-9]\\d*") ? 0 : 1;
    } else {
      others++;
    }
  }

  int all() {
    return accepted + refused + others;
  }

  double refusedShare() {
    return (double) refused / all();
  }

  /** The share that the limit says: a full bucket of each caller, and what comes in meanwhile. */
  double expectedShare(int callers, int perMinute) {
    double minutes = (lastSent - firstSent) / 60e9;
    return 1 - callers * Math.floor(perMinute * (1 + minutes)) / all();
  }
}
