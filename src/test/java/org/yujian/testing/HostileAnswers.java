package org.yujian.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Judges answers to hostile requests. */
final class HostileAnswers {
  /** These belong to HTTP, not to an operation. */
  private static final List<Integer> OF_HTTP = List.of(408, 414, 417, 431, 501, 505);

  private HostileAnswers() {}

  /** What is wrong with an answer, or null. */
  static String judge(String head, RawHttp.Answer answer, Contract contract) {
    if (answer.status() >= 500 && !OF_HTTP.contains(answer.status())) {
      return "server error " + answer.status();
    }
    if (answer.header("x-request-id") == null) {
      return "no X-Request-Id";
    }
    String method = head.contains(" ") ? head.substring(0, head.indexOf(' ')) : head;
    if (answer.status() >= 400 && !isPage(head, answer)) {
      List<String> wrong =
          Contract.problemViolations(
              answer.status(), answer.header("content-type"), answer.body(), method);
      if (!wrong.isEmpty()) {
        return wrong.toString();
      }
    }
    if (answer.status() == 401 && answer.headers("www-authenticate").size() != 1) {
      return "not one WWW-Authenticate";
    }
    if (answer.status() == 405) {
      // The router may have understood another path (%2e%2e), so it is no answer of an operation.
      boolean allowed =
          List.of(String.valueOf(answer.header("allow")).split(", ")).contains(method);
      return allowed || answer.header("allow") == null ? "405, but Allow names " + method : null;
    }
    return describedByContract(method, head, answer, contract);
  }

  /** For addresses that people open, browsers get a page that says what went wrong. */
  private static boolean isPage(String head, RawHttp.Answer answer) {
    String type = answer.header("content-type");
    return head.matches("\\S+ /(a|f|feeds|media|desk)/.*")
        && "text/html;charset=UTF-8".equals(type)
        && answer.header("content-language") != null;
  }

  private static String describedByContract(
      String method, String head, RawHttp.Answer answer, Contract contract) {
    if (OF_HTTP.contains(answer.status()) || answer.body().length == 0) {
      return null;
    }
    String[] words = head.split(" ");
    String type = answer.header("content-type");
    boolean picture = type != null && type.startsWith("image/");
    if (words.length < 2 || !words[1].startsWith("/v1/") || picture || packed(answer)) {
      return null;
    }
    String path = resolved(words[1].replaceAll("\\?.*", ""));
    List<String> violations =
        contract.violations(method, path, answer.status(), type, answer.body());
    return violations.isEmpty() ? null : violations.toString();
  }

  /** Dot segments, encoded or not, lead to another operation (RFC 3986, section 5.2.4). */
  private static String resolved(String path) {
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : path.substring(1).split("/", -1)) {
      String plain = segment.replaceAll("(?i)%2e", ".");
      if (plain.equals("..")) {
        segments.pollLast();
      } else if (!plain.equals(".")) {
        segments.addLast(segment);
      }
    }
    return "/" + String.join("/", segments);
  }

  private static boolean packed(RawHttp.Answer answer) {
    return answer.header("content-encoding") != null;
  }
}
