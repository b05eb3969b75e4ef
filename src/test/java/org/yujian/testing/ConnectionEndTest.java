package org.yujian.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When connections end, by RFC 9112: what was asked for, and what cannot be read for certain. */
@QuarkusTest
class ConnectionEndTest extends ApiTest {
  private static final int MILLIS = 20_000;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3}) ");
  private static final String NEXT = "GET /v1/tags HTTP/1.1\r\nHost: a\r\n\r\n";
  private static final String PUT =
      "PUT /v1/testing/things/0190a000-0000-7000-8000-000000000000 HTTP/1.1\r\nHost: a\r\n";
  private static final String JSON = "Content-Type: application/json\r\n";

  /** Everything that comes until the server closes; fails when it does not. */
  private static String exchange(String requests) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      socket.setSoTimeout(MILLIS);
      socket.getOutputStream().write(requests.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }

  private static String statuses(String answers) {
    StringBuilder all = new StringBuilder();
    STATUS.matcher(answers).results().forEach(found -> all.append(found.group(1)).append(' '));
    return all.toString().strip();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Connection: close",
        "Connection: Close",
        "Connection: keep-alive, close",
        "Connection: close, keep-alive",
        "Connection: Keep-Alive,CLOSE",
        "Connection: , close ,",
        "connection: foo,close",
        "Connection: keep-alive\r\nConnection: close",
        "Connection: close\r\nConnection: keep-alive",
        "Connection: Upgrade, close\r\nUpgrade: nonsense"
      })
  void aConnectionThatIsToCloseClosesAfterItsAnswer(String headers) throws IOException {
    String first = "GET /v1/accounts HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n\r\n";
    assertThat(statuses(exchange(first + NEXT))).isEqualTo("200");
    assertThat(statuses(exchange(first))).isEqualTo("200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X: y",
        "Connection: keep-alive",
        "Connection: closed",
        "Connection: keep-alive, foo",
        "Connection: foo\r\nConnection: bar"
      })
  void otherConnectionsStayOpen(String headers) throws IOException {
    String first = "GET /v1/accounts HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n\r\n";
    String last = NEXT.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");
    assertThat(statuses(exchange(first + NEXT + last))).isEqualTo("200 200 200");
  }

  @Test
  void anOldConnectionStaysOpenWhenAsked() throws IOException {
    String old = "GET /v1/accounts HTTP/1.0\r\nConnection: keep-alive, foo\r\n\r\n";
    String last = "GET /v1/accounts HTTP/1.0\r\n\r\n";
    assertThat(statuses(exchange(old + last + NEXT))).isEqualTo("200 200");
  }

  /** A second request in the same bytes would be smuggled past a proxy that reads otherwise. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /v1/accounts HTTP/1.1%Host: a%Host: b | 400",
        "GET /v1/accounts HTTP/1.1%Host: a%Host: a | 400",
        "GET /v1/accounts HTTP/1.1%X: y | 400",
        "GET /nothing HTTP/1.1%Host: a%host: b | 400",
        "OPTIONS /v1/accounts HTTP/1.1%Host: a%host: b | 400",
        "GET /v1/accounts HTTP/9.9%Host: a | 505",
        "GET /v1/accounts HTTP/1.2%Host: a | 505",
        "GET /v1/accounts HTTP/2.0%Host: a | 505",
        "POST /v1/sync HTTP/1.1%Host: a%Content-Type: application/json%Transfer-Encoding: chunked%Transfer-Encoding: chunked | 400",
        "POST /v1/sync HTTP/1.1%Host: a%Content-Type: application/json%Transfer-Encoding: chunked, chunked | 400",
        "POST /v1/sync HTTP/1.1%Host: a%Content-Type: application/json%Transfer-Encoding: xchunked | 400",
        "POST /v1/sync HTTP/1.1%Host: a%Content-Type: application/json%Transfer-Encoding: gzip, chunked | 400",
        "POST /v1/sync HTTP/1.1%Host: a%Content-Type: application/json%Transfer-Encoding: chunked, gzip | 400",
        "POST /v1/sync HTTP/1.1%Host: a%Content-Type: application/json%Transfer-Encoding: gzip%Transfer-Encoding: chunked | 400",
        "POST /v1/sync HTTP/1.1%Host: a%Content-Type: application/json%Transfer-Encoding: identity | 400",
        "POST /v1/sync HTTP/1.1%Host: a%Content-Type: application/json%Content-Length: 2%Transfer-Encoding: chunked | 400",
        "POST /v1/sync HTTP/1.0%Content-Type: application/json%Transfer-Encoding: chunked | 400",
        "POST /v1/sync HTTP/1.1%Host: a%Content-Type: application/json%Content-Length: 2%Content-Length: 3 | 400",
        "POST /v1/sync HTTP/1.1%Host: a%Content-Type: application/json; charset=nonsense%Content-Length: 2 | 415",
        "POST /v1/sync HTTP/1.1%Host: a%Content-Type: application/json;charset=\"utf-16\"%Content-Length: 2 | 415"
      })
  void whatCannotBeReadForCertainIsTheLastOfItsConnection(String head, int status)
      throws IOException {
    String answers = exchange(head.replace("%", "\r\n") + "\r\n\r\n{}" + NEXT + NEXT);
    assertThat(statuses(answers)).as(answers).isEqualTo(Integer.toString(status));
    int body = answers.indexOf("\r\n\r\n");
    assertThat(answers.substring(0, body).toLowerCase(Locale.ROOT))
        .contains("content-type: application/problem+json", "x-request-id: ");
    assertThat(
            Contract.problemViolations(
                status,
                "application/problem+json",
                answers.substring(body + 4).getBytes(ISO_8859_1),
                "GET"))
        .isEmpty();
  }

  @Test
  void codingsOfAnswersAreNoneOfRequests() throws IOException {
    String request =
        "GET /v1/accounts HTTP/1.1\r\nHost: a\r\nTE: xchunked\r\nConnection: close\r\n";
    assertThat(statuses(exchange(request + "\r\n"))).isEqualTo("200");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json | 200",
        "application/json;charset=utf-8 | 200",
        "application/json; Charset=\"UTF-8\" | 200",
        "application/json; charset=us-ascii | 200",
        "application/json; charset=utf-16 | 415",
        "application/json; charset=UTF-32BE | 415",
        "application/json; charset=iso-8859-1 | 415",
        "application/json; charset=gbk | 415",
        "application/json; charset= | 415",
        "application/json; x=y; charset=latin1 | 415"
      })
  void bodiesAreInUtf8AndSayNothingElse(String type, int status) throws IOException {
    String body = "{\"title\":\"a\"}";
    String request =
        PUT + "Content-Type: " + type + "\r\nConnection: close\r\nContent-Length: " + body.length();
    assertThat(statuses(exchange(request + "\r\n\r\n" + body))).isEqualTo(Integer.toString(status));
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8,false,200",
    // RFC 8259, section 8.1: a parser may ignore it.
    "UTF-8,true,200",
    "UTF-16BE,false,400",
    "UTF-16LE,false,400",
    "UTF-16BE,true,400",
    "UTF-16LE,true,400",
    "UTF-32BE,false,400",
    "UTF-32LE,false,400",
    "UTF-32BE,true,400",
    "UTF-32LE,true,400",
    "GBK,false,400",
    "ISO-8859-1,false,400"
  })
  void jsonInAnotherCharsetIsMalformed(String charset, boolean mark, int status)
      throws IOException {
    // Not by accident UTF-8 as well.
    String text = charset.startsWith("ISO") ? "\u00e4" : "中文";
    String json = (mark ? "\uFEFF" : "") + "{\"title\":\"" + text + "\"}";
    String body = new String(json.getBytes(charset), ISO_8859_1);
    String request =
        PUT + JSON + "Connection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    String answer = exchange(request);
    assertThat(statuses(answer)).as(answer).isEqualTo(Integer.toString(status));
    assertThat(answer.contains("\"malformed-json\"")).isEqualTo(status == 400);
  }
}
