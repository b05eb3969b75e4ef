package org.yujian.integrator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.yujian.client.ApiClient;
import org.yujian.client.api.DeskTagsApi;
import org.yujian.client.api.DeskWebhooksApi;
import org.yujian.client.model.CreateTag;
import org.yujian.client.model.CreateWebhook;
import org.yujian.client.model.IssuedWebhook;
import org.yujian.client.model.WebhookEventInput;

/**
 * A receiver of webhooks on the generated client: makes one, changes something and verifies what
 * comes. Arguments: base URL, key file. Yujian has to allow plain http and private addresses.
 */
public final class WebhookProgram {

  private record Received(String id, String timestamp, String signature, String body) {}

  private final CompletableFuture<Received> event = new CompletableFuture<>();

  private WebhookProgram() {}

  public static void main(String[] args) throws Exception {
    String key = Files.readString(Path.of(args[1])).strip();
    ApiClient client = new ApiClient();
    client.updateBaseUri(args[0]);
    client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + key));
    new WebhookProgram().run(client);
  }

  private void run(ApiClient client) throws Exception {
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::receive);
    server.start();
    try {
      URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
      DeskWebhooksApi webhooks = new DeskWebhooksApi(client);
      CreateWebhook wanted =
          new CreateWebhook()
              .url(url.toString())
              .events(Set.of(WebhookEventInput.TAG_CHANGED));
      IssuedWebhook issued = webhooks.createWebhook(wanted, null);
      new DeskTagsApi(client).createTag(new CreateTag().name("Java " + UUID.randomUUID().toString().substring(0, 8)), null);
      Received received = event.get(1, TimeUnit.MINUTES);
      if (!verifies(received, received.body(), issued.getSecret())) {
        throw new IllegalStateException("the signature does not verify");
      }
      if (verifies(received, received.body() + " ", issued.getSecret())) {
        throw new IllegalStateException("a changed body verifies");
      }
      webhooks.deleteWebhook(issued.getWebhook().getId());
      System.out.println("java: verified a webhook");
    } finally {
      server.stop(0);
    }
  }

  /** Returns every body, as a challenge wants it. */
  private void receive(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
    String text = new String(body, StandardCharsets.UTF_8);
    if (!text.contains("\"webhook.challenge\"")) {
      var headers = exchange.getRequestHeaders();
      event.complete(
          new Received(
              headers.getFirst("webhook-id"),
              headers.getFirst("webhook-timestamp"),
              headers.getFirst("webhook-signature"),
              text));
    }
  }

  private static boolean verifies(Received received, String body, String secret)
      throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    String signed = received.id() + "." + received.timestamp() + "." + body;
    byte[] given = Base64.getDecoder().decode(received.signature().substring("v1,".length()));
    return MessageDigest.isEqual(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)), given);
  }
}
