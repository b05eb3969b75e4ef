package org.yujian.delivery;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.TooLongFrameException;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;
import org.yujian.shared.problem.Causes;

/** One request with its time limit; the first end of it counts, and later ones are ignored. */
final class OutgoingExchange {

  private final Vertx vertx;
  private final CompletableFuture<OutgoingResult> result = new CompletableFuture<>();
  private final Buffer body = Buffer.buffer();
  private final long timer;
  private volatile HttpClientRequest request;

  OutgoingExchange(Vertx vertx, Duration timeout) {
    this.vertx = vertx;
    this.timer =
        vertx.setTimer(
            timeout.toMillis(),
            late -> fail("timeout", "No complete response within " + timeout.toSeconds() + " s"));
  }

  CompletableFuture<OutgoingResult> result() {
    return result;
  }

  void begin(HttpClientRequest connected, byte[] content) {
    request = connected;
    if (result.isDone()) {
      abort();
      return;
    }
    connected.exceptionHandler(this::fail);
    connected.response().onSuccess(this::read).onFailure(this::fail);
    connected.send(Buffer.buffer(content)).onFailure(this::fail);
  }

  private void read(HttpClientResponse response) {
    response.exceptionHandler(this::fail);
    response.handler(
        bytes -> {
          int room = OutgoingHttp.BODY_BYTES - body.length();
          body.appendBuffer(bytes, 0, Math.min(room, bytes.length()));
          if (bytes.length() > room) {
            end(response(response));
            abort();
          }
        });
    response.endHandler(whole -> end(response(response)));
  }

  private OutgoingResult response(HttpClientResponse response) {
    Map<String, String> headers = new TreeMap<>();
    response
        .headers()
        .forEach(
            header ->
                headers.putIfAbsent(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
    return new OutgoingResult(response.statusCode(), headers, body.getBytes(), null, null);
  }

  void fail(Throwable failure) {
    fail(code(failure), String.valueOf(failure.getMessage()));
  }

  void fail(String code, String text) {
    if (end(OutgoingResult.failed(code, text))) {
      abort();
    }
  }

  private boolean end(OutgoingResult ended) {
    vertx.cancelTimer(timer);
    return result.complete(ended);
  }

  /** Closes the connection, so that nothing more is read from it. */
  private void abort() {
    HttpClientRequest begun = request;
    if (begun != null) {
      begun.reset();
    }
  }

  private static String code(Throwable failure) {
    for (Throwable cause : Causes.of(failure)) {
      if (cause instanceof UnknownHostException) {
        return "dns";
      }
      if (cause instanceof SSLException) {
        return "tls";
      }
      if (cause instanceof ConnectException
          || cause instanceof ConnectTimeoutException
          || cause instanceof NoRouteToHostException) {
        return "connect";
      }
      if (cause instanceof TooLongFrameException) {
        return "too-large";
      }
      if (cause instanceof SocketException) {
        return "closed";
      }
      if (cause instanceof DecoderException || cause instanceof IllegalArgumentException) {
        return "protocol";
      }
    }
    return "closed";
  }
}
