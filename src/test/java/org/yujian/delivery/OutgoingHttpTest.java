package org.yujian.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yujian.testing.RawServer.hang;
import static org.yujian.testing.RawServer.write;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yujian.testing.RawServer;

/** What the client for servers of others endures and refuses. */
class OutgoingHttpTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private OutgoingHttp client(OutgoingHttp.Resolver resolver, boolean all) {
    return client(resolver, all, Duration.ofSeconds(15), new HttpClientOptions());
  }

  private OutgoingHttp client(
      OutgoingHttp.Resolver resolver, boolean all, Duration timeout, HttpClientOptions options) {
    return new OutgoingHttp(vertx, new OutgoingHttp.Rules(all, all, timeout, resolver, options));
  }

  private OutgoingHttp client() {
    return client(InetAddress::getAllByName, true);
  }

  private static OutgoingResult send(OutgoingHttp client, String url) {
    return client.send(request(url)).join();
  }

  private static OutgoingRequest request(String url) {
    return new OutgoingRequest("POST", url, Map.of(), new byte[] {'{', '}'});
  }

  @Test
  void aResponse() {
    try (RawServer server =
        new RawServer(c -> write(c, OK.replace("OK\r\n", "OK\r\nX-One: 1\r\nx-one: 2\r\n")))) {
      OutgoingResult result = send(client(), server.url("127.0.0.1"));
      assertThat(result.failure()).as(result.text()).isNull();
      assertThat(result.status()).isEqualTo(200);
      assertThat(result.head(100)).isEqualTo("ok");
      assertThat(result.headers()).containsEntry("x-one", "1");
    }
  }

  @Test
  void plainHttpAndLocalAddressesAreRefused() {
    try (RawServer server = new RawServer(c -> write(c, OK))) {
      OutgoingHttp strict = client(InetAddress::getAllByName, false);
      assertThat(send(strict, server.url("127.0.0.1")).failure()).isEqualTo("url");
      String https = "https://localhost:" + server.port() + "/";
      assertThat(send(strict, https).failure()).isEqualTo("address-refused");
      assertThat(send(strict, "https://[::1]:" + server.port()).failure())
          .isEqualTo("address-refused");
      assertThat(server.connections()).isZero();
    }
  }

  @Test
  void oneLocalAddressAmongOthersIsRefused() {
    OutgoingHttp strict =
        client(
            name ->
                new InetAddress[] {
                  InetAddress.getByName("1.1.1.1"), InetAddress.getByName("192.168.0.1")
                },
            false);
    assertThat(send(strict, "https://mixed.test/").failure()).isEqualTo("address-refused");
  }

  /** The first answer is the one that is checked, so it is the one to connect to. */
  @Test
  void aNameIsResolvedOnce() {
    AtomicInteger asked = new AtomicInteger();
    try (RawServer server = new RawServer(c -> write(c, OK))) {
      OutgoingHttp rebound =
          client(
              name -> {
                String address = asked.incrementAndGet() == 1 ? "127.0.0.1" : "127.0.0.9";
                return new InetAddress[] {InetAddress.getByName(address)};
              },
              true);
      assertThat(send(rebound, server.url("rebinding.test")).status()).isEqualTo(200);
      assertThat(asked).hasValue(1);
    }
  }

  @Test
  void unknownNamesAndClosedPorts() throws IOException {
    OutgoingHttp unknown =
        client(
            name -> {
              throw new UnknownHostException(name);
            },
            true);
    assertThat(send(unknown, "http://nobody.test/").failure()).isEqualTo("dns");
    ServerSocket closed = new ServerSocket(0);
    int port = closed.getLocalPort();
    closed.close();
    assertThat(send(client(), "http://127.0.0.1:" + port + "/").failure()).isEqualTo("connect");
  }

  @Test
  void anEndlessBodyIsCutAndTheConnectionClosed() throws InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    try (RawServer server =
        new RawServer(
            c -> {
              try {
                write(c, "HTTP/1.1 200 OK\r\nContent-Length: 10000000000\r\n\r\n");
                while (true) {
                  write(c, "x".repeat(10_000));
                }
              } finally {
                closed.countDown();
              }
            })) {
      OutgoingResult result = send(client(), server.url("127.0.0.1"));
      assertThat(result.status()).isEqualTo(200);
      assertThat(result.body()).hasSize(OutgoingHttp.BODY_BYTES);
      assertThat(closed.await(1, TimeUnit.MINUTES)).isTrue();
    }
  }

  @Test
  void aServerThatHangsOrDripsIsGivenUp() throws InterruptedException {
    CountDownLatch closed = new CountDownLatch(2);
    OutgoingHttp hasty =
        client(InetAddress::getAllByName, true, Duration.ofMillis(500), new HttpClientOptions());
    for (String begin : new String[] {"", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab"}) {
      try (RawServer server =
          new RawServer(
              c -> {
                write(c, begin);
                hang(c);
                closed.countDown();
              })) {
        OutgoingResult result = send(hasty, server.url("127.0.0.1"));
        assertThat(result.failure()).isEqualTo("timeout");
        assertThat(result.status()).isZero();
      }
    }
    assertThat(closed.await(1, TimeUnit.MINUTES)).isTrue();
  }

  @Test
  void aSlowNameIsGivenUpAndDelaysNoOther() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    try (RawServer server = new RawServer(c -> write(c, OK))) {
      OutgoingHttp hasty =
          client(
              name -> {
                if (name.equals("slow.test")) {
                  awaitQuietly(never);
                }
                return new InetAddress[] {InetAddress.getLoopbackAddress()};
              },
              true,
              Duration.ofSeconds(3),
              new HttpClientOptions());
      for (int i = 0; i < 50; i++) {
        hasty.send(request("http://slow.test/"));
      }
      CompletableFuture<OutgoingResult> slow = hasty.send(request("http://slow.test/"));
      assertThat(send(hasty, server.url("fast.test")).status()).isEqualTo(200);
      assertThat(slow).isNotDone();
      assertThat(slow.join().failure()).isEqualTo("timeout");
    } finally {
      never.countDown();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) throws UnknownHostException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new UnknownHostException("interrupted");
    }
  }

  @Test
  void whatIsNotHttpIsAFailure() {
    Map<String, String> wrong =
        Map.of(
            "",
            "closed",
            "SSH-2.0-OpenSSH\r\n\r\n",
            "protocol",
            "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort",
            "closed",
            "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
            "protocol",
            "HTTP/1.1 200 OK\r\nX: " + "x".repeat(20_000) + "\r\n\r\n",
            "too-large");
    wrong.forEach(
        (answer, failure) -> {
          try (RawServer server = new RawServer(c -> write(c, answer))) {
            OutgoingResult result = send(client(), server.url("127.0.0.1"));
            assertThat(result.failure()).as(answer + result).isEqualTo(failure);
          }
        });
  }

  @Test
  void redirectsAreNotFollowed() {
    try (RawServer other = new RawServer(c -> write(c, OK));
        RawServer server =
            new RawServer(
                c ->
                    write(
                        c,
                        "HTTP/1.1 307 x\r\nContent-Length: 0\r\nLocation: "
                            + other.url("127.0.0.1")
                            + "\r\n\r\n"))) {
      assertThat(send(client(), server.url("127.0.0.1")).status()).isEqualTo(307);
      assertThat(other.connections()).isZero();
    }
  }
}
