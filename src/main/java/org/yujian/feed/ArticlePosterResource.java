package org.yujian.feed;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yujian.body.FrontMatter;
import org.yujian.shared.edge.LongRead;
import org.yujian.shared.html.PageLanguage;
import org.yujian.shared.html.PageWords;
import org.yujian.shared.web.MediaTypes;
import org.yujian.shared.web.PublicRead;
import org.yujian.shared.web.PublicUrl;
import org.yujian.target.SharePoster;
import org.yujian.target.SharePosters;

/** The poster of an article that people share as a picture. */
@Path("/a")
@PermitAll
class ArticlePosterResource {

  private final ArticleService articles;
  private final SharePosters posters;
  private final PublicUrl site;

  ArticlePosterResource(ArticleService articles, SharePosters posters, PublicUrl site) {
    this.articles = articles;
    this.posters = posters;
    this.site = site;
  }

  @GET
  @Path("/{id}/poster.png")
  @Produces(MediaTypes.PNG)
  @PublicRead
  @LongRead
  @Operation(hidden = true)
  public byte[] png(@PathParam("id") UUID id) {
    return posters.png(poster(id));
  }

  @GET
  @Path("/{id}/poster.svg")
  @Produces(MediaTypes.SVG)
  @PublicRead
  @LongRead
  @Operation(hidden = true)
  public byte[] svg(@PathParam("id") UUID id) {
    return posters.svg(poster(id));
  }

  /** In the language of the article: whoever gets the picture has not asked for one. */
  private SharePoster poster(UUID id) {
    SharedArticle shared = articles.shared(id);
    FrontMatter front = shared.article().summary().frontMatter();
    boolean chinese = shared.language().equals(PageLanguage.ZH.tag());
    PageLanguage language = chinese ? PageLanguage.ZH : PageLanguage.EN;
    PageWords words = MessageBundles.get(PageWords.class, Localized.Literal.of(language.locale()));
    return new SharePoster(
        front.title(),
        shared.account().name(),
        shared.account().avatar(),
        shared.description(),
        front.cover(),
        words.scanToRead(),
        site.scannable(shared.path()));
  }
}
