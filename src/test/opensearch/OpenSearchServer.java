import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.opensearch.analysis.common.CommonAnalysisPlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.node.Node;
import org.opensearch.painless.PainlessPlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.transport.Netty4Plugin;

/**
 * A cluster of one node for tests, run from this source with the jars of {@code target/opensearch}.
 * Prints a line when it serves. Arguments: a folder, the port for HTTP.
 */
public final class OpenSearchServer extends Node {
  private OpenSearchServer(Environment environment, Collection<Class<? extends Plugin>> plugins) {
    super(environment, plugins, true);
  }

  public static void main(String[] args) throws Exception {
    System.setProperty("opensearch.set.netty.runtime.available.processors", "false");
    Path home = Files.createDirectories(Path.of(args[0]).toAbsolutePath());
    Path config = Files.createDirectories(home.resolve("config"));
    Settings settings =
        Settings.builder()
            .put("path.home", home)
            .put("cluster.name", "test")
            .put("node.name", "one")
            .put("network.host", "127.0.0.1")
            .put("http.port", args[1])
            .put("transport.port", "0")
            .put("transport.type", "netty4")
            .put("http.type", "netty4")
            .put("discovery.type", "single-node")
            .put("cluster.routing.allocation.disk.threshold_enabled", false)
            .build();
    Node node =
        new OpenSearchServer(
            new Environment(settings, config),
            List.of(Netty4Plugin.class, CommonAnalysisPlugin.class, PainlessPlugin.class));
    node.start();
    System.out.println("started");
    Thread.currentThread().join();
  }
}
