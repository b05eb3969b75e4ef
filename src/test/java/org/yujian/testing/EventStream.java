package org.yujian.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A client of server-sent events, as a browser is one. */
public final class EventStream implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PATIENCE_MILLIS = 20_000;

  /** One event; comments are none. */
  public record Event(String name, String id, JsonNode data) {}

  private final HttpURLConnection connection;
  private final BufferedReader lines;
  private Event last;

  /**
   * @param lastEventId to resume; null to begin now
   */
  public EventStream(URI address, String lastEventId) {
    try {
      connection = (HttpURLConnection) address.toURL().openConnection();
      connection.setReadTimeout(PATIENCE_MILLIS);
      connection.setRequestProperty("Accept", "text/event-stream");
      if (lastEventId != null) {
        connection.setRequestProperty("Last-Event-ID", lastEventId);
      }
      InputStream body = connection.getInputStream();
      lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the next event; fails after 20 seconds. */
  public Event next() {
    try {
      String name = "message";
      String id = null;
      StringBuilder data = new StringBuilder();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty() && data.length() > 0) {
          last = new Event(name, id, JSON.readTree(data.toString()));
          return last;
        }
        int colon = line.indexOf(':');
        String value = line.substring(colon + 1).replaceFirst("^ ", "");
        switch (line.substring(0, Math.max(colon, 0))) {
          case "event" -> name = value;
          case "id" -> id = value;
          case "data" -> data.append(value);
          default -> {}
        }
      }
      throw new AssertionError("the stream has ended");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Event last() {
    return last;
  }

  @Override
  public void close() {
    connection.disconnect();
  }
}
