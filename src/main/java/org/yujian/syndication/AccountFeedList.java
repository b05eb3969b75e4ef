package org.yujian.syndication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.yujian.account.AccountView;

/** Writes an OPML 2.0 list of the feeds of accounts, which feed readers import. */
@ApplicationScoped
class AccountFeedList {

  static final String MEDIA_TYPE = "text/x-opml";

  private final FeedLinks links;

  AccountFeedList(FeedLinks links) {
    this.links = links;
  }

  String write(String title, List<AccountView> accounts) {
    XmlText xml = new XmlText();
    xml.start("opml", "version", "2.0")
        .start("head")
        .element("title", title)
        .element("docs", "http://opml.org/spec2.opml")
        .end()
        .start("body");
    for (AccountView account : accounts) {
      // The type of a feed is "rss" whatever its format is.
      xml.empty(
          "outline",
          "type",
          "rss",
          "text",
          account.name(),
          "title",
          account.name(),
          "description",
          account.intro(),
          "language",
          OpenFeed.LANGUAGE,
          "xmlUrl",
          links.link(FeedFormat.ATOM.path(OpenFeed.accountPath(account))));
    }
    return xml.text();
  }
}
