package org.yujian.testing;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Standard headers with values that their grammar does not have, or hardly anybody sends. */
final class HostileHeaders {
  private static final String LINE = "\r\n";

  /** Values for any header. */
  private static final List<String> VALUES =
      List.of(
          "",
          "-",
          "--",
          "*",
          ",",
          ",,;,=",
          ";q=",
          "x;q=NaN",
          "x;q=-1,y;q=1e9",
          "\"",
          "\"\\\"",
          "W/",
          "0",
          "-1",
          "99999999999999999999",
          "null",
          "%00%ff",
          "\u00e4\u00ff\u0080",
          "a\tb",
          "rubbish",
          "x".repeat(3_000),
          "-,".repeat(1_500),
          "a=b; c=\"d",
          "Thu, 01 Jan 1970 00:00:00 GMT",
          "Xxx, 99 Foo 0000 99:99:99 +9999");

  private static final List<String> NAMES =
      List.of(
          "Accept",
          "Accept-Charset",
          "Accept-Encoding",
          "Accept-Language",
          "Authorization",
          "Cache-Control",
          "Content-Disposition",
          "Content-Encoding",
          "Content-Language",
          "Content-Location",
          "Content-Range",
          "Cookie",
          "Date",
          "DNT",
          "Expect",
          "Forwarded",
          "From",
          "Idempotency-Key",
          "If-Match",
          "If-Modified-Since",
          "If-None-Match",
          "If-Range",
          "If-Unmodified-Since",
          "Keep-Alive",
          "Last-Event-ID",
          "Max-Forwards",
          "Origin",
          "Pragma",
          "Prefer",
          "Priority",
          "Proxy-Authorization",
          "Range",
          "Referer",
          "Sec-Fetch-Mode",
          "TE",
          "Trailer",
          "Upgrade",
          "User-Agent",
          "Via",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Proto",
          "X-HTTP-Method-Override",
          "X-Request-Id",
          "baggage",
          "traceparent",
          "tracestate");

  /** Each with a meaning of its own. */
  private static final List<String> LINES =
      List.of(
          "Accept: image/png",
          "Accept: */*;q=0",
          "Accept: text/html",
          "Accept: application/json;q=0.1, */*;q=0.001",
          "Accept: application/json" + LINE + "Accept: text/html",
          "Accept-Language: !!!;q=x",
          "Accept-Language: en" + LINE + "Accept-Language: --",
          "Accept-Language: zh-CN,zh;q=0.9",
          "Accept-Encoding: gzip;q=x,,;",
          "Accept-Encoding: identity;q=0, *;q=0",
          "Authorization: Bearer yj_wrong",
          "Authorization: Bearer",
          "Authorization: Basic !!!",
          "Connection: keep-alive, close",
          "Connection: close",
          "Connection: upgrade, keep-alive" + LINE + "Upgrade: websocket",
          "Connection: Accept-Language, X-Request-Id",
          "Content-Encoding: gzip",
          "Content-Type: text/html; charset=\"",
          "Expect: 100-continue",
          "Expect: 200-ok",
          "Host: other.example",
          "Host: [::",
          "Idempotency-Key: " + "k".repeat(500),
          "If-Match: W/\"1\"",
          "If-Match: \"v1\", \"v2\"",
          "If-None-Match: \"v1\", W/\"v2\",",
          "If-Range: \"v1\"" + LINE + "Range: bytes=0-0,5-,-3",
          "Last-Event-ID: %E8%B1%AB",
          "Prefer: respond-async, wait=10, return=minimal",
          "Transfer-Encoding: xchunked",
          "X-HTTP-Method-Override: DELETE",
          "X-Request-Id: <script>",
          "traceparent: 00-" + "0".repeat(32) + "-" + "0".repeat(16) + "-ff");

  private final Random random;

  HostileHeaders(Random random) {
    this.random = random;
  }

  /** A header line, or two that belong together. */
  String line() {
    if (random.nextBoolean()) {
      return pick(LINES);
    }
    String name = pick(NAMES);
    String value = pick(VALUES);
    String line = name + ": " + value;
    // Twice, as another one than the first.
    return random.nextInt(6) == 0 ? line + LINE + name + ": " + pick(VALUES) : line;
  }

  /** All of it, each once: every name with every value. */
  static Stream<String> all() {
    return Stream.concat(
        LINES.stream(),
        NAMES.stream().flatMap(name -> VALUES.stream().map(value -> name + ": " + value)));
  }

  private String pick(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
