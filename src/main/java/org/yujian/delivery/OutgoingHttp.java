package org.yujian.delivery;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.yujian.shared.settings.Settings;

/**
 * Sends requests to addresses that others chose, and never to addresses of the local network: it
 * resolves the name, refuses unless every address is public, and connects to the address that it
 * checked, so that a name that changes in between cannot matter. Follows no redirects, ends each
 * exchange after {@link #TIMEOUT} and reads at most {@link #BODY_BYTES} of a body.
 *
 * <p>The settings {@code yujian.outgoing.plain-http} and {@code yujian.outgoing.private-addresses}
 * allow http and local addresses, for development.
 */
@ApplicationScoped
public class OutgoingHttp {

  /** Resolving, connecting, sending and reading together. */
  public static final Duration TIMEOUT = Duration.ofSeconds(15);

  public static final int BODY_BYTES = 64 * 1024;

  /** Connections to one server; each caller limits how many of them it uses for one receiver. */
  private static final int CONNECTIONS = 64;

  private static final int HEAD_BYTES = 16 * 1024;
  private static final int FIRST_LINE_BYTES = 4 * 1024;
  private static final int CONNECT_MILLIS = 5_000;
  private static final int KEEP_ALIVE_SECONDS = 20;

  /** Resolving blocks in Java, so it has threads of its own. */
  private static final int RESOLVERS = 8;

  /** Finds the addresses of a name. */
  @FunctionalInterface
  interface Resolver {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  /** What a client may do and whom it trusts; tests choose it. */
  record Rules(
      boolean plainHttp,
      boolean privateAddresses,
      Duration timeout,
      Resolver resolver,
      HttpClientOptions options) {}

  private final Vertx vertx;
  private final Rules rules;
  private final HttpClient client;
  private final WorkerExecutor resolvers;

  /** A slow name takes one thread, however many requests wait for it. */
  private final ConcurrentMap<String, CompletableFuture<List<InetAddress>>> resolving =
      new ConcurrentHashMap<>();

  @Inject
  OutgoingHttp(Vertx vertx, Settings settings) {
    this(
        vertx,
        new Rules(
            settings.outgoing().plainHttp(),
            settings.outgoing().privateAddresses(),
            TIMEOUT,
            InetAddress::getAllByName,
            new HttpClientOptions()));
  }

  OutgoingHttp(Vertx vertx, Rules rules) {
    this.vertx = vertx;
    this.rules = rules;
    HttpClientOptions options =
        rules
            .options()
            .setProtocolVersion(HttpVersion.HTTP_1_1)
            .setConnectTimeout(CONNECT_MILLIS)
            .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
            .setMaxHeaderSize(HEAD_BYTES)
            .setMaxInitialLineLength(FIRST_LINE_BYTES);
    PoolOptions pool = new PoolOptions().setHttp1MaxSize(CONNECTIONS);
    this.client = vertx.createHttpClient(options, pool);
    this.resolvers = vertx.createSharedWorkerExecutor("outgoing-names", RESOLVERS);
  }

  @PreDestroy
  void close() {
    client.close();
    resolvers.close();
  }

  /** Whether this client would send to the URL, its name not resolved. */
  public boolean accepts(String url) {
    return parse(url).isPresent();
  }

  /** Sends a request; the future never fails and completes within {@link #TIMEOUT}. */
  public CompletableFuture<OutgoingResult> send(OutgoingRequest request) {
    Optional<OutgoingUrl> url = parse(request.url());
    if (url.isEmpty()) {
      return CompletableFuture.completedFuture(
          OutgoingResult.failed("url", "Not an https address without user and fragment"));
    }
    OutgoingExchange exchange = new OutgoingExchange(vertx, rules.timeout());
    addresses(url.get().host())
        .whenComplete(
            (addresses, failure) -> {
              if (failure != null) {
                exchange.fail("dns", "The name " + url.get().host() + " has no address");
              } else if (!rules.privateAddresses()
                  && !addresses.stream().allMatch(PublicAddresses::contain)) {
                exchange.fail("address-refused", "An address of the name is not public");
              } else {
                connect(exchange, url.get(), addresses.get(0), request);
              }
            });
    return exchange.result();
  }

  private Optional<OutgoingUrl> parse(String url) {
    return OutgoingUrl.parse(url).filter(parsed -> parsed.https() || rules.plainHttp());
  }

  private CompletableFuture<List<InetAddress>> addresses(String host) {
    CompletableFuture<List<InetAddress>> mine = new CompletableFuture<>();
    CompletableFuture<List<InetAddress>> first = resolving.putIfAbsent(host, mine);
    if (first != null) {
      return first;
    }
    resolvers
        .executeBlocking(() -> Arrays.asList(rules.resolver().resolve(host)), false)
        .onComplete(
            resolved -> {
              resolving.remove(host);
              if (resolved.succeeded()) {
                mine.complete(resolved.result());
              } else {
                mine.completeExceptionally(resolved.cause());
              }
            });
    return mine;
  }

  private void connect(
      OutgoingExchange exchange, OutgoingUrl url, InetAddress address, OutgoingRequest request) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.valueOf(request.method()))
            .setServer(SocketAddress.inetSocketAddress(url.port(), address.getHostAddress()))
            .setHost(url.host())
            .setPort(url.port())
            .setSsl(url.https())
            .setURI(url.target());
    request.headers().forEach(options::putHeader);
    options.putHeader("Host", url.authority());
    client
        .request(options)
        .onSuccess(connected -> exchange.begin(connected, request.body()))
        .onFailure(exchange::fail);
  }
}
