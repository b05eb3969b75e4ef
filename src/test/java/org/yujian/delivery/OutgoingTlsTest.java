package org.yujian.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yujian.testing.RawServer.write;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Folders;
import org.yujian.testing.RawServer;

/** Certificates of servers of others. */
class OutgoingTlsTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  private static final String PASSWORD = "changeit";

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private OutgoingHttp client(OutgoingHttp.Resolver resolver, HttpClientOptions options) {
    Duration limit = Duration.ofSeconds(15);
    return new OutgoingHttp(vertx, new OutgoingHttp.Rules(false, true, limit, resolver, options));
  }

  private static OutgoingResult send(OutgoingHttp client, String url) {
    return client.send(new OutgoingRequest("GET", url, Map.of(), new byte[0])).join();
  }

  /** The connection goes to the checked address, and the certificate has to be the name's. */
  @Test
  void theCertificateIsVerifiedAgainstTheName() throws Exception {
    Path store = certificate();
    ServerSocket socket =
        context(store)
            .getServerSocketFactory()
            .createServerSocket(0, 10, InetAddress.getLoopbackAddress());
    OutgoingHttp.Resolver loopback = name -> new InetAddress[] {InetAddress.getLoopbackAddress()};
    HttpClientOptions trusting =
        new HttpClientOptions()
            .setTrustOptions(new PfxOptions().setPath(store.toString()).setPassword(PASSWORD));
    try (RawServer server = new RawServer(socket, c -> write(c, OK))) {
      OutgoingHttp client = client(loopback, trusting);
      String end = ":" + server.port() + "/";
      assertThat(send(client, "https://right.test" + end).status()).isEqualTo(200);
      assertThat(send(client, "https://wrong.test" + end).failure()).isEqualTo("tls");
      OutgoingHttp strict = client(loopback, new HttpClientOptions());
      assertThat(send(strict, "https://right.test" + end).failure()).isEqualTo("tls");
    }
  }

  private static Path certificate() throws IOException, InterruptedException {
    Path store = Folders.empty("outgoing-tls").resolve("keys.p12");
    Files.createDirectories(store.getParent());
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process made =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "EC",
                "-dname",
                "CN=right.test",
                "-ext",
                "san=dns:right.test",
                "-ext",
                "bc=ca:true",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .inheritIO()
            .start();
    assertThat(made.waitFor()).isZero();
    return store;
  }

  private static SSLContext context(Path store) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
