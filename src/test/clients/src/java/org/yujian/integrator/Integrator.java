package org.yujian.integrator;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yujian.client.ApiClient;
import org.yujian.client.ApiException;
import org.yujian.client.ApiResponse;
import org.yujian.client.api.ArticlesApi;
import org.yujian.client.api.DeskEditionsApi;
import org.yujian.client.api.DeskImportsApi;
import org.yujian.client.api.DeskPicturesApi;
import org.yujian.client.api.ReaderApi;
import org.yujian.client.api.SyncApi;
import org.yujian.client.model.Article;
import org.yujian.client.model.ArticlePage;
import org.yujian.client.model.ArticleSettings;
import org.yujian.client.model.CreateDevice;
import org.yujian.client.model.CreateEdition;
import org.yujian.client.model.DeskEdition;
import org.yujian.client.model.DeskPicture;
import org.yujian.client.model.ImportReport;
import org.yujian.client.model.SyncPage;

/**
 * An integrator's program on the generated client: imports a document, pages through the feed,
 * keeps a copy by sync, follows the account, adds a picture as cover. Arguments: base URL, key file,
 * document, picture. Ends with an exception when a step does not give what it must.
 */
public final class Integrator {
  private final String base;
  private final String key;

  private Integrator(String base, String key) {
    this.base = base;
    this.key = key;
  }

  public static void main(String[] args) throws Exception {
    String key = Files.readString(Path.of(args[1])).strip();
    new Integrator(args[0], key).run(Path.of(args[2]), Path.of(args[3]));
  }

  private void run(Path document, Path picture) throws Exception {
    ImportReport report = importDocument(document);
    UUID article = report.getArticles().get(0).getArticleId();
    UUID account = report.getAccountId();
    System.out.println("java: imported " + report.getResult() + " " + article);
    System.out.println("java: listed " + list(article));
    System.out.println("java: synced " + sync(article));
    follow(account, article);
    System.out.println("java: followed " + account);
    System.out.println("java: showed " + cover(account, picture));
    refusesUnknownKey(document);
    System.out.println("java: done");
  }

  private ImportReport importDocument(Path document) throws ApiException {
    ImportReport report =
        new DeskImportsApi(client(key))
            .importDocument(UUID.randomUUID().toString(), null, document.toFile(), true, true, List.of(), List.of());
    require(!report.getArticles().isEmpty(), "the report names no article");
    return report;
  }

  /** Pages of two until the end; the number of articles seen. */
  private int list(UUID expected) throws ApiException {
    ArticlesApi articles = new ArticlesApi(client(null));
    Map<UUID, Article> seen = new HashMap<>();
    String cursor = null;
    do {
      ArticlePage page = articles.listArticles(null, cursor, null, 2, null);
      for (Article article : page.getItems()) {
        require(seen.put(article.getId(), article) == null, "an article is listed twice");
      }
      cursor = page.getNext();
    } while (cursor != null);
    require(seen.containsKey(expected), "the imported article is not listed");
    return seen.size();
  }

  private int sync(UUID expected) throws ApiException {
    SyncApi sync = new SyncApi(client(null));
    Map<String, Long> versions = new HashMap<>();
    String token = null;
    SyncPage page;
    do {
      page = sync.syncContent(null, 10, token, null);
      page.getChanges().forEach(change -> versions.put(change.getType() + change.getId(), change.getVersion()));
      token = page.getToken();
    } while (page.getHasMore());
    require(versions.containsKey("article" + expected), "sync does not know the article");
    require(sync.syncContent(null, 10, token, null).getChanges().isEmpty(), "sync gives more after its end");
    return versions.size();
  }

  private void follow(UUID account, UUID article) throws ApiException {
    String token = new ReaderApi(client(null)).createDevice(new CreateDevice()).getAccessToken();
    ReaderApi reader = new ReaderApi(client(token));
    reader.followAccount(account, null);
    boolean found =
        reader.getHomeFeed(null, null, 100).getItems().stream()
            .anyMatch(item -> item.getId().equals(article));
    require(found, "the home feed lacks the article of the followed account");
  }

  /** Adds a picture, publishes an article with it as cover and reads that from the list. */
  private String cover(UUID account, Path picture) throws ApiException {
    DeskPicture added =
        new DeskPicturesApi(client(key)).addPicture(null, account, null, null, picture.toFile(), "0.5,0.3", null);
    // The text is set here: the generated client writes the fields of a form in ISO 8859-1.
    ArticleSettings article =
        new ArticleSettings().title("画展").html("<p>画展今天开幕。</p>").cover(added.getPicture().alt("海报"));
    DeskEditionsApi editions = new DeskEditionsApi(client(key));
    ApiResponse<DeskEdition> edition =
        editions.createEditionWithHttpInfo(new CreateEdition().accountId(account).addArticlesItem(article), null);
    String etag = edition.getHeaders().get("etag").get(0);
    editions.publishEdition(edition.getData().getId(), etag, null, null);
    Article first = new ArticlesApi(client(null)).listArticles(account.toString(), null, null, 1, null).getItems().get(0);
    require(first.getCover() != null, "the first article of the list has no cover");
    require(first.getCover().getUrl().equals(added.getPicture().getUrl()), "the cover is another picture");
    require("海报".equals(first.getCover().getAlt()), "the cover has another text: " + first.getCover().getAlt());
    return first.getCover().getUrl();
  }

  private void refusesUnknownKey(Path document) {
    try {
      new DeskImportsApi(client("yj_unknown")).importDocument(null, null, document.toFile(), null, null, List.of(), List.of());
    } catch (ApiException refused) {
      require(refused.getCode() == 401, "an unknown key is answered with " + refused.getCode());
      return;
    }
    throw new IllegalStateException("an unknown key may import");
  }

  private ApiClient client(String bearer) {
    ApiClient client = new ApiClient();
    client.updateBaseUri(base);
    if (bearer != null) {
      client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + bearer));
    }
    return client;
  }

  private static void require(boolean held, String otherwise) {
    if (!held) {
      throw new IllegalStateException(otherwise);
    }
  }
}
