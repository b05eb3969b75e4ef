package org.yujian.shared.web;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.impl.TCPServerBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.lang.reflect.Field;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Puts {@link EmptyAnswerHandler} and {@link OneByOne} before Vert.x' own handler in each
 * connection. Vert.x takes a handler for invalid requests only while a server is made, and Quarkus
 * makes it without asking; so the listening channel is read from the server (a private field: a
 * test fails when it is renamed).
 */
@ApplicationScoped
class ConnectionProblems {
  private static final Logger LOG = Logger.getLogger(ConnectionProblems.class);
  private static final String VERTX_HANDLER = "handler";

  @ConfigProperty(name = "quarkus.http.read-timeout", defaultValue = "60S")
  Duration patience;

  void install(@ObservesAsync HttpServerStart started, Vertx vertx) {
    ((VertxInternal) vertx).sharedHttpServers().values().forEach(this::install);
  }

  private void install(TCPServerBase server) {
    try {
      Field bound = TCPServerBase.class.getDeclaredField("bindFuture");
      bound.setAccessible(true);
      // The management server may still be binding when the other one tells that it has started.
      ((Future<?>) bound.get(server)).onSuccess(listening -> accept((Channel) listening));
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.warn("Malformed requests will be answered without a problem document", e);
    }
  }

  /** Each server is met when either of the two has started. */
  private synchronized void accept(Channel listening) {
    if (listening.pipeline().get(Accepting.class) == null) {
      listening.pipeline().addFirst(new Accepting(patience));
    }
  }

  /** On the listening channel a message is a new connection. */
  @Sharable
  private static final class Accepting extends ChannelInboundHandlerAdapter {
    private final Duration patience;

    Accepting(Duration patience) {
      this.patience = patience;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (message instanceof Channel connection) {
        connection.pipeline().addLast(new Bytes(patience));
      }
      context.fireChannelRead(message);
    }
  }

  /**
   * Stands before everything that reads requests. Adds the handler with the first bytes, as Vert.x
   * builds its pipeline only after the channel is registered; then tells it of all that follow.
   */
  private static final class Bytes extends ChannelInboundHandlerAdapter {
    private final Duration patience;
    private EmptyAnswerHandler problems;
    private ChannelHandlerContext place;

    Bytes(Duration patience) {
      this.patience = patience;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (problems == null && context.pipeline().get(VERTX_HANDLER) != null) {
        problems = new EmptyAnswerHandler(patience);
        context.pipeline().addBefore(VERTX_HANDLER, "problems", problems);
        context.pipeline().addBefore(VERTX_HANDLER, "one by one", new OneByOne());
        place = context.pipeline().context(problems);
      }
      if (problems != null) {
        problems.arrived(place);
      }
      context.fireChannelRead(message);
    }
  }
}
