package org.yujian.ops;

import io.quarkus.runtime.QuarkusBindException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.eclipse.microprofile.config.Config;
import org.yujian.database.StartupFailure;

/** Checks that the ports of the API and of the management interface can be opened. */
final class Ports {
  private static final String HTTP = "quarkus.http.";
  private static final String MANAGEMENT = "quarkus.management.";
  private static final int HIGHEST = 65_535;

  private final Config config;

  Ports(Config config) {
    this.config = config;
  }

  /** Opens both at the same time, so that equal numbers fail; runs before anything is created. */
  void requireFree() {
    try (ServerSocket http = new ServerSocket();
        ServerSocket management = new ServerSocket()) {
      open(http, HTTP, "0.0.0.0", 8080);
      open(management, MANAGEMENT, "127.0.0.1", 9000);
    } catch (IOException e) {
      throw new StartupFailure("The ports cannot be checked: " + e.getMessage());
    }
  }

  private void open(ServerSocket socket, String prefix, String defaultHost, int defaultPort) {
    String host = config.getOptionalValue(prefix + "host", String.class).orElse(defaultHost);
    int port = config.getOptionalValue(prefix + "port", Integer.class).orElse(defaultPort);
    if (port < 0 || port > HIGHEST) {
      throw SettingForms.wrong(
          prefix + "port", "a number from 0 to " + HIGHEST, Integer.toString(port));
    }
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw cannotListen(prefix, host, "unknown host");
    }
    try {
      socket.bind(address);
    } catch (BindException e) {
      String reason = String.valueOf(e.getMessage());
      throw reason.contains("in use") ? inUse(prefix, port) : cannotListen(prefix, host, reason);
    } catch (IOException e) {
      throw cannotListen(prefix, host + ":" + port, e.getMessage());
    }
  }

  /** The failure for Quarkus: the port was taken after the check. */
  StartupFailure inUse(QuarkusBindException e) {
    int management = config.getOptionalValue(MANAGEMENT + "port", Integer.class).orElse(9000);
    return inUse(e.getPort() == management ? MANAGEMENT : HTTP, e.getPort());
  }

  private static StartupFailure inUse(String prefix, int port) {
    return new StartupFailure(
        "Port "
            + port
            + " is in use by another program; Yujian needs it for "
            + (prefix.equals(HTTP) ? "its API" : "health and metrics")
            + ".\nEnd that program, or choose another port with "
            + SettingForms.environment(prefix + "port")
            + "="
            + Math.min(port + 1, HIGHEST)
            + ".");
  }

  private static StartupFailure cannotListen(String prefix, String address, String reason) {
    return new StartupFailure(
        "Yujian cannot listen on "
            + address
            + ": "
            + reason
            + ".\nCheck "
            + SettingForms.environment(prefix + "host")
            + " and "
            + SettingForms.environment(prefix + "port")
            + "; ports below 1024 often need a privilege.");
  }
}
