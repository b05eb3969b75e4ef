package org.yujian.desk;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.yujian.account.AccountService;
import org.yujian.auth.Caller;
import org.yujian.auth.Scopes;
import org.yujian.editing.DeskArticleService;
import org.yujian.edition.DeskArticle;
import org.yujian.media.DeskPicture;
import org.yujian.media.DeskPicturePage;
import org.yujian.media.PictureService;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;

/** Reads what the pages about pictures show, within the caller's accounts. */
@ApplicationScoped
class PicturePages {

  private final PictureService pictures;
  private final DeskArticleService articles;
  private final AccountService accounts;
  private final AccountChoices choices;

  PicturePages(
      PictureService pictures,
      DeskArticleService articles,
      AccountService accounts,
      AccountChoices choices) {
    this.pictures = pictures;
    this.articles = articles;
    this.accounts = accounts;
    this.choices = choices;
  }

  /**
   * @param account null for all
   * @param used null for used and unused pictures
   */
  PictureLibraryView list(UUID account, Boolean used, String cursor, Caller caller) {
    PageRequest page =
        PageRequest.of(null, cursor, "library " + account + " " + used, PageKey.Named.class);
    DeskPicturePage found = pictures.list(account, used, page, caller);
    return new PictureLibraryView(
        account,
        used,
        found.items(),
        PageLinks.of(
            PictureLibraryView.PATH,
            PictureLibraryView.filters(account, used),
            cursor,
            found.next()),
        choices.of(caller),
        accounts.deskNames(found.items().stream().map(DeskPicture::accountId).distinct().toList()),
        caller.has(Scopes.CONTENT_WRITE));
  }

  PictureView read(UUID id, Caller caller) {
    DeskPicture picture = pictures.read(id, caller);
    Map<UUID, String> titles =
        articles
            .inOrder(
                picture.uses().stream()
                    .filter(use -> use.kind().equals("draft") || use.kind().equals("revision"))
                    .map(DeskPicture.Use::id)
                    .distinct()
                    .toList())
            .stream()
            .filter(article -> article.title() != null)
            .collect(toMap(DeskArticle::id, DeskArticle::title));
    String account = accounts.deskNames(Set.of(picture.accountId())).get(picture.accountId());
    List<PictureView.Place> places =
        picture.uses().stream()
            .map(use -> PictureView.Place.of(use, titles.get(use.id()), account))
            .toList();
    return new PictureView(
        picture, picture.etag(), account, places, caller.has(Scopes.CONTENT_WRITE));
  }
}
