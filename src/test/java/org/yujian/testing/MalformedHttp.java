package org.yujian.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Requests that break HTTP itself, each answered below the router. */
final class MalformedHttp {
  private static final String JSON =
      "PUT /v1/testing/things/0190a000-0000-7000-8000-000000000000 HTTP/1.1\r\nHost: a\r\n"
          + "Content-Type: application/json\r\n";

  private MalformedHttp() {}

  static List<byte[]> requests() {
    return Stream.concat(heads(), bodies())
        .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
        .toList();
  }

  private static Stream<String> heads() {
    return Stream.of(
        "GARBAGE\r\n\r\n",
        "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n\r\n",
        "POST /v1/desk/articles//withdraw HTTP/1.1\r\nHost: a\r\n\r\n",
        "TRACE /nothing HTTP/1.1\r\nHost: a\r\n\r\n",
        "HEAD /v1/articles?limit=x HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /nothing HTTP/1.1\r\nHost: a\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "GET / HTTP/9.9\r\nHost: a\r\n\r\n",
        "GET /v1/testing/list HTTP/1.1\r\n\r\n",
        "GET /v1/testing/nothing HTTP/1.1\r\nHost: a b\r\n\r\n",
        "GET /v1/testing/nothing HTTP/1.1\r\nHost: [::\r\n\r\n",
        "GET /v1/testing/nothing HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET nothing HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /a?b=%zz HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /a?b=%00 HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /a|b HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /v1/search?q=a|b HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /v1/articles?tag=a{b}^`|\\&limit=1 HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /v1/articles?tag=%zz HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /v1/articles/%zz HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /v1/articles#/../tags HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /v1/accounts?x=<b>\" HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /" + "a".repeat(6_000) + " HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /a HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(30_000) + "\r\n\r\n",
        "GET /a HTTP/1.1\r\nHost: a\r\nX: \u0001\r\n\r\n",
        "GET /a HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n",
        "GET /a HTTP/1.1\r\nHost: a\r\n: empty\r\n\r\n",
        "GET http://b/nothing HTTP/1.1\r\nHost: a\r\n\r\n",
        "CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n",
        "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
        "FOO /v1/testing/list HTTP/1.1\r\nHost: a\r\n\r\n",
        "TRACE /v1/testing/list HTTP/1.1\r\nHost: a\r\n\r\n",
        "HEAD /nothing HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /nothing HTTP/1.1\r\nHost: a\r\nExpect: nonsense\r\n\r\n");
  }

  private static Stream<String> bodies() {
    return Stream.of(
        JSON + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
        JSON + "Content-Length: -1\r\n\r\n{}",
        JSON + "Content-Length: x\r\n\r\n{}",
        JSON + "Content-Length: 99999999999999999999\r\n\r\n{}",
        JSON + "Content-Length: 30000000\r\n\r\n{}",
        JSON + "Content-Length: 2000000\r\n\r\n{}",
        JSON + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n",
        JSON + "Transfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
        JSON + "Transfer-Encoding: nonsense\r\n\r\n{}",
        JSON + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n{}",
        JSON + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}",
        JSON + "Transfer-Encoding: chunked\r\n\r\n" + tooMuch());
  }

  /** Over a megabyte in chunks, of valid JSON so far. */
  private static String tooMuch() {
    String chunk = " ".repeat(0x8000);
    return ("8000\r\n" + chunk + "\r\n").repeat(40) + "0\r\n\r\n";
  }
}
