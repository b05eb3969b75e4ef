package org.yujian.shared.edge;

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
 * Inserts {@link ProblemBodyHandler} and {@link PipeliningGuard} before Vert.x' own handler.
 * Quarkus gives no access to the server before it listens, so the listening channel is read from a
 * private field of the server; a test fails when that is renamed.
 */
@ApplicationScoped
class ConnectionPipeline {
  private static final Logger LOG = Logger.getLogger(ConnectionPipeline.class);
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
      // The management server may still be binding when the other one reports its start.
      ((Future<?>) bound.get(server)).onSuccess(listening -> accept((Channel) listening));
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.warn("Malformed requests will be answered without a problem document", e);
    }
  }

  /** Both servers are visited when either has started, so the handler may exist already. */
  private synchronized void accept(Channel listening) {
    if (listening.pipeline().get(Accepting.class) == null) {
      listening.pipeline().addFirst(new Accepting(patience));
    }
  }

  /** On the listening channel each message is a new connection. */
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
   * Adds the handlers with the first bytes, because Vert.x builds its pipeline only after the
   * channel is registered, and reports all bytes to {@link ProblemBodyHandler}.
   */
  private static final class Bytes extends ChannelInboundHandlerAdapter {
    private final Duration patience;
    private ProblemBodyHandler problems;
    private ChannelHandlerContext place;

    Bytes(Duration patience) {
      this.patience = patience;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (problems == null && context.pipeline().get(VERTX_HANDLER) != null) {
        problems = new ProblemBodyHandler(patience);
        context.pipeline().addBefore(VERTX_HANDLER, "problems", problems);
        context.pipeline().addBefore(VERTX_HANDLER, "one by one", new PipeliningGuard());
        place = context.pipeline().context(problems);
      }
      if (problems != null) {
        problems.arrived(place);
      }
      context.fireChannelRead(message);
    }
  }
}
