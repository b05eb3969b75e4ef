package org.yujian.integrator

import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import java.io.File
import java.net.InetAddress
import java.net.InetSocketAddress
import java.security.MessageDigest
import java.util.Base64
import java.util.UUID
import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit
import javax.crypto.Mac
import javax.crypto.spec.SecretKeySpec
import org.yujian.client.apis.DeskTagsApi
import org.yujian.client.apis.DeskWebhooksApi
import org.yujian.client.infrastructure.ApiClient
import org.yujian.client.models.CreateTag
import org.yujian.client.models.CreateWebhook
import org.yujian.client.models.WebhookEventInput

private class Received(val id: String, val timestamp: String, val signature: String, val body: String)

private val event = CompletableFuture<Received>()

/**
 * A receiver of webhooks on the generated client: makes one, changes something and verifies what
 * comes. Arguments: base URL, key file. Yujian has to allow plain http and private addresses.
 */
fun main(args: Array<String>) {
  val (base, keyFile) = args
  ApiClient.accessToken = File(keyFile).readText().trim()
  val server = HttpServer.create(InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0)
  server.createContext("/", ::receive)
  server.start()
  try {
    val url = "http://127.0.0.1:${server.address.port}/"
    val webhooks = DeskWebhooksApi(base)
    val issued = webhooks.createWebhook(CreateWebhook(url = url, events = setOf(WebhookEventInput.tagChanged)))
    DeskTagsApi(base).createTag(CreateTag(name = "Kotlin ${UUID.randomUUID().toString().take(8)}"))
    val received = event.get(1, TimeUnit.MINUTES)
    check(verifies(received, received.body, issued.secret)) { "the signature does not verify" }
    check(!verifies(received, received.body + " ", issued.secret)) { "a changed body verifies" }
    webhooks.deleteWebhook(issued.webhook.id)
    println("kotlin: verified a webhook")
  } finally {
    server.stop(0)
  }
}

/** Returns every body, as a challenge wants it. */
private fun receive(exchange: HttpExchange) {
  val body = exchange.requestBody.readAllBytes()
  exchange.sendResponseHeaders(200, body.size.toLong())
  exchange.responseBody.write(body)
  exchange.close()
  val text = String(body)
  if (!text.contains("\"webhook.challenge\"")) {
    fun header(name: String) = exchange.requestHeaders.getFirst(name)
    event.complete(Received(header("webhook-id"), header("webhook-timestamp"), header("webhook-signature"), text))
  }
}

private fun verifies(received: Received, body: String, secret: String): Boolean {
  val mac = Mac.getInstance("HmacSHA256")
  mac.init(SecretKeySpec(Base64.getDecoder().decode(secret.removePrefix("whsec_")), "HmacSHA256"))
  val signed = mac.doFinal("${received.id}.${received.timestamp}.$body".toByteArray())
  return MessageDigest.isEqual(signed, Base64.getDecoder().decode(received.signature.removePrefix("v1,")))
}
