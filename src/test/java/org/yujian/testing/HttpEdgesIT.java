package org.yujian.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged program and clients that break HTTP, dawdle or go away. */
class HttpEdgesIT {
  private static final String UPLOAD =
      "POST /v1/desk/imports HTTP/1.1\r\nHost: a\r\n"
          + "Content-Type: multipart/form-data; boundary=x\r\n";

  private static Program program;

  @BeforeAll
  static void start() {
    program =
        Program.start(
            Folders.empty("http-edges"),
            "quarkus.http.read-timeout=2S",
            "yujian.body-timeout=5S",
            "yujian.sample=false");
  }

  @AfterAll
  static void end() {
    program.close();
  }

  private static RawHttp.Answer send(byte[] request) throws IOException {
    try (RawHttp http = new RawHttp(program.baseUrl().getPort())) {
      return http.send(request);
    } catch (IOException e) {
      throw new IOException(RawHttp.printable(request), e);
    }
  }

  @Test
  void requestsThatAreNoHttpGetProblemDocuments() throws IOException {
    for (byte[] request : MalformedHttp.requests()) {
      RawHttp.Answer answer = send(request);
      String line = RawHttp.firstLine(request);
      String method = line.split(" ")[0];
      assertThat(answer.status()).as(line).isBetween(200, 505).isNotEqualTo(500);
      if (answer.status() >= 400) {
        assertThat(
                Contract.problemViolations(
                    answer.status(), answer.header("content-type"), answer.body(), method))
            .as(RawHttp.printable(request))
            .isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "G",
        "\u0001\u0002\u0003\r\n\r\n",
        "GET /v1/accounts HTTP/1.1\r\n",
        "GET /v1/accounts HTTP/1.1\r\nHost: a\r\nX: ",
        "POST /v1/desk/tags HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{",
        UPLOAD + "Content-Length: 900\r\n\r\n--x\r\n",
        UPLOAD + "Transfer-Encoding: chunked\r\n\r\n5\r\n--x\r\n\r\n"
      })
  void whoDoesNotFinishIsToldSo(String beginning) throws IOException {
    RawHttp.Answer answer = send(beginning.getBytes(ISO_8859_1));
    // Some are refused for want of a key before the rest is missed.
    assertThat(answer.status()).isIn(401, 408);
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /v1/sync HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
            + "Content-Length: 900\r\n\r\n{",
        UPLOAD + "Authorization: Bearer KEY\r\nContent-Length: 900\r\n\r\n--x\r\n"
      })
  void whoDripsHasNoEndlessTime(String beginning) throws IOException {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), program.baseUrl().getPort())) {
      socket.setSoTimeout(500);
      String head = beginning.replace("KEY", program.adminKey());
      socket.getOutputStream().write(head.getBytes(ISO_8859_1));
      String answer = dripUntilAnswered(socket);
      assertThat(answer).startsWith("HTTP/1.1 408 ").contains("application/problem+json");
    }
    assertThat(program.lines()).noneMatch(line -> line.contains(" ERROR "));
  }

  /** A byte each time that nothing came for half a second; far more bytes than the time allows. */
  private static String dripUntilAnswered(Socket socket) throws IOException {
    for (int drops = 0; drops < 60; drops++) {
      socket.getOutputStream().write(' ');
      try {
        return new String(socket.getInputStream().readNBytes(300), ISO_8859_1);
      } catch (SocketTimeoutException nothingYet) {
        // The next drop.
      }
    }
    throw new AssertionError("no answer");
  }

  @Test
  void requestsInOneGoAreAnsweredInTheirOrder() throws IOException {
    StringBuilder requests = new StringBuilder();
    int number = 2_000;
    for (int i = 0; i < number; i++) {
      String tail = " HTTP/1.1\r\nHost: a\r\nX-Request-Id: in-one-go-" + i + "\r\n";
      requests.append(
          switch (i % 4) {
            case 0 -> "GET /v1/accounts" + tail + "\r\n";
            case 1 -> "GET /v1/articles/batch?ids=" + UUID.randomUUID() + tail + "\r\n";
            case 2 ->
                "POST /v1/devices"
                    + tail
                    + "Content-Type: application/json\r\n"
                    + "Content-Length: 2\r\n\r\n{}";
            default -> "GET /v1/tags" + tail + "Accept-Encoding: gzip\r\n\r\n";
          });
    }
    try (RawHttp http = new RawHttp(program.baseUrl().getPort())) {
      http.write(requests.toString().getBytes(ISO_8859_1));
      for (int i = 0; i < number; i++) {
        RawHttp.Answer answer = http.answer(false);
        assertThat(answer.status()).as("%d: %s", i, answer).isIn(200, 201);
        assertThat(answer.header("x-request-id")).isEqualTo("in-one-go-" + i);
      }
    }
  }

  @Test
  void whoGoesAwayLeavesNoStackTrace() throws IOException {
    for (String beginning : List.of(UPLOAD + "Content-Length: 900\r\n\r\n--x\r\n", "GET /v1")) {
      try (Socket socket =
          new Socket(InetAddress.getLoopbackAddress(), program.baseUrl().getPort())) {
        socket.getOutputStream().write(beginning.getBytes(ISO_8859_1));
      }
    }
    assertThat(program.get("/v1/accounts").statusCode()).isEqualTo(200);
    assertThat(program.lines()).noneMatch(line -> line.contains(" ERROR "));
  }
}
