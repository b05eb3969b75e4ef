package org.yujian.ingest;

import java.util.ArrayList;
import java.util.List;
import org.yujian.body.Block;
import org.yujian.body.Body;
import org.yujian.document.DocumentPicture;
import org.yujian.ingest.healing.Document;
import org.yujian.ingest.healing.Finding;
import org.yujian.ingest.healing.HealedArticle;

/** Leaves out the pictures inside a document, with a finding for each. Captions stay. */
final class PicturesLeftOut {

  private PicturesLeftOut() {}

  static Document withoutPictures(Document document) {
    if (document.pictures().isEmpty()) {
      return document;
    }
    List<HealedArticle> articles = new ArrayList<>();
    List<Finding> findings = new ArrayList<>(document.findings());
    for (HealedArticle article : document.articles()) {
      articles.add(article(article, articles.size() + 1, findings));
    }
    return new Document(
        document.charset(),
        articles,
        document.followTargets(),
        document.tags(),
        findings,
        List.of());
  }

  private static HealedArticle article(HealedArticle article, int index, List<Finding> findings) {
    List<Block> blocks = new ArrayList<>();
    for (Block block : article.body().blocks()) {
      if (block.image() == null || !block.image().url().startsWith(DocumentPicture.SCHEME)) {
        blocks.add(block);
        continue;
      }
      String alt = block.image().alt();
      findings.add(
          alt == null
              ? Finding.warning("picture.left-out", article.line()).in(index)
              : Finding.warning("picture.left-out", article.line(), alt).in(index).as("described"));
      if (block.text() != null) {
        blocks.add(Block.figure(null, block.text(), block.spans()));
      }
    }
    return new HealedArticle(
        article.line(),
        article.title(),
        article.titleGuessed(),
        article.subtitle(),
        article.source(),
        article.author(),
        Body.of(blocks),
        article.joins());
  }
}
