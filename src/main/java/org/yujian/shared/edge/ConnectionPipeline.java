package org.yujian.shared.edge;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.spi.VertxServiceProvider;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Inserts {@link ProblemBodyHandler} and {@link PipeliningGuard} before Vert.x' own handler in each
 * connection. Vert.x finds this class through {@code META-INF/services} and takes its transport,
 * which prepares the listening channels. Price: always the transport of the JDK, never a native
 * one.
 */
public final class ConnectionPipeline implements VertxServiceProvider {
  private static final String VERTX_HANDLER = "handler";

  @Override
  public void init(VertxBuilder builder) {
    Duration patience =
        ConfigProvider.getConfig().getValue("quarkus.http.read-timeout", Duration.class);
    builder.findTransport(new Transport(patience));
  }

  private static final class Transport extends JDKTransport {
    private final Duration patience;

    Transport(Duration patience) {
      this.patience = patience;
    }

    @Override
    public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
      ChannelFactory<? extends ServerChannel> factory = super.serverChannelFactory(domainSocket);
      return () -> {
        ServerChannel listening = factory.newChannel();
        listening.pipeline().addFirst(new Accepting(patience));
        return listening;
      };
    }
  }

  /** On the listening channel each message is a new connection. */
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
