package org.yujian.integrator

import java.io.File
import java.util.UUID
import org.yujian.client.apis.ArticlesApi
import org.yujian.client.apis.DeskEditionsApi
import org.yujian.client.apis.DeskPicturesApi
import org.yujian.client.infrastructure.ApiClient
import org.yujian.client.models.ArticleSettings
import org.yujian.client.models.CreateEdition

/**
 * An app's program on the generated client: adds a picture, publishes an article with it as cover and
 * reads that from the list. Arguments: base URL, key file, account id, picture.
 */
fun main(args: Array<String>) {
  val (base, keyFile, accountId, picture) = args
  val account = UUID.fromString(accountId)
  ApiClient.accessToken = File(keyFile).readText().trim()
  val added = DeskPicturesApi(base).addPicture(File(picture), account = account)
  val article = ArticleSettings(title = "画展", html = "<p>画展今天开幕。</p>", cover = added.picture.copy(alt = "海报"))
  val editions = DeskEditionsApi(base)
  val edition = editions.createEdition(CreateEdition(account, listOf(article)))
  editions.publishEdition(edition.id, "\"v${edition.version}\"")
  val cover = ArticlesApi(base).listArticles(account = accountId, limit = 1).items.first().cover
  check(cover?.url == added.picture.url) { "the first article of the list has another cover: $cover" }
  check(cover?.alt == "海报") { "the cover has another text: $cover" }
  println("kotlin: showed ${cover?.url}")
}
