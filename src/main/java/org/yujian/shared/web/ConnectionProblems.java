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
import org.jboss.logging.Logger;

/**
 * Puts {@link EmptyAnswerHandler} before Vert.x' own handler in each connection. Vert.x takes a
 * handler for invalid requests only while a server is made, and Quarkus makes it without asking; so
 * the listening channel is read from the server (a private field: a test fails when it is renamed).
 */
@ApplicationScoped
class ConnectionProblems {
  private static final Logger LOG = Logger.getLogger(ConnectionProblems.class);
  private static final String VERTX_HANDLER = "handler";

  void install(@ObservesAsync HttpServerStart started, Vertx vertx) {
    ((VertxInternal) vertx).sharedHttpServers().values().forEach(ConnectionProblems::install);
  }

  private static void install(TCPServerBase server) {
    try {
      Field bound = TCPServerBase.class.getDeclaredField("bindFuture");
      bound.setAccessible(true);
      Channel listening = (Channel) ((Future<?>) bound.get(server)).result();
      if (listening.pipeline().get(Accepting.class) == null) {
        listening.pipeline().addFirst(new Accepting());
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.warn("Malformed requests will be answered without a problem document", e);
    }
  }

  /** On the listening channel a message is a new connection. */
  @Sharable
  private static final class Accepting extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (message instanceof Channel connection) {
        connection.pipeline().addLast(new FirstBytes());
      }
      context.fireChannelRead(message);
    }
  }

  /**
   * Waits for the first bytes, as Vert.x builds its pipeline only after the channel is registered.
   */
  private static final class FirstBytes extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (context.pipeline().get(VERTX_HANDLER) != null) {
        context.pipeline().addBefore(VERTX_HANDLER, "problems", new EmptyAnswerHandler());
      }
      context.fireChannelRead(message);
      context.pipeline().remove(this);
    }
  }
}
