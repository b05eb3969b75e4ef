package org.yujian.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.yujian.body.Block;
import org.yujian.body.Body;
import org.yujian.document.DocumentPicture;
import org.yujian.ingest.healing.Document;
import org.yujian.ingest.healing.Finding;
import org.yujian.ingest.healing.FollowMention;
import org.yujian.ingest.healing.HealedArticle;
import org.yujian.media.Picture;
import org.yujian.media.PictureLibrary;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;

/** Stores the pictures inside documents and puts them into the healed articles. */
@ApplicationScoped
class ImportPictures {

  private final PictureLibrary library;

  ImportPictures(PictureLibrary library) {
    this.library = library;
  }

  /**
   * The pictures of a document by their address in it.
   *
   * @param refused addresses of pictures that cannot be shown
   */
  record Stored(Map<String, PictureLibrary.Prepared> pictures, Set<String> refused) {

    /** What the code in the first of these pictures that shows one says, by its address. */
    Map.Entry<String, PictureLibrary.Prepared> code(List<String> addresses) {
      return addresses.stream()
          .filter(pictures::containsKey)
          .map(address -> Map.entry(address, pictures.get(address)))
          .filter(entry -> entry.getValue().qrText() != null)
          .findFirst()
          .orElse(null);
    }
  }

  /**
   * Renders and stores the pictures, outside of transactions.
   *
   * @param progress gets the number of pictures that are done, after each
   */
  Stored store(Document document, IntConsumer progress) {
    Map<String, PictureLibrary.Prepared> pictures = new HashMap<>();
    Set<String> refused = new HashSet<>();
    for (DocumentPicture picture : document.pictures()) {
      try {
        pictures.put(picture.name(), library.prepare(picture.bytes()));
      } catch (Problem problem) {
        if (problem.code() != ProblemCode.PICTURE_REFUSED) {
          throw problem;
        }
        refused.add(picture.name());
      }
      progress.accept(pictures.size() + refused.size());
    }
    return new Stored(pictures, refused);
  }

  /**
   * The document with stored pictures in its figures: without those that cannot be shown, which are
   * findings, and without the codes of follow targets.
   */
  Document place(Document document, Stored stored, UUID account, String by) {
    Set<String> codes = new HashSet<>();
    for (FollowMention mention : document.followTargets()) {
      Map.Entry<String, PictureLibrary.Prepared> code = stored.code(mention.pictures());
      if (code != null) {
        codes.add(code.getKey());
      }
    }
    List<Finding> findings = new ArrayList<>(document.findings());
    findings.removeIf(
        finding ->
            finding.code().equals("picture.external")
                && finding.arguments().stream().anyMatch(library::isOwn));
    List<HealedArticle> articles = new ArrayList<>();
    for (HealedArticle article : document.articles()) {
      int index = articles.size() + 1;
      List<Block> blocks = new ArrayList<>();
      for (Block block : article.body().blocks()) {
        String address = block.image() == null ? null : block.image().url();
        boolean lost = stored.refused().contains(address);
        if (lost) {
          findings.add(leftOut(article, block, index));
        }
        if (!lost && !codes.contains(address)) {
          blocks.add(placed(block, stored, account, by));
        } else if (block.text() != null) {
          blocks.add(Block.figure(null, block.text(), block.spans()));
        }
      }
      articles.add(article.withBody(Body.of(blocks)));
    }
    return new Document(
        document.charset(),
        articles,
        document.followTargets(),
        document.tags(),
        findings,
        document.pictures());
  }

  private Block placed(Block block, Stored stored, UUID account, String by) {
    if (block.image() == null) {
      return block;
    }
    PictureLibrary.Prepared prepared = stored.pictures().get(block.image().url());
    return block.withPicture(
        picture ->
            prepared == null
                ? library.resolveOwn(picture, account)
                : described(library.add(account, prepared, picture.alt(), by), picture.alt()));
  }

  /** What this document says about the picture; the account may have it with another text. */
  private static Picture described(Picture picture, String alt) {
    return picture.with(alt, null);
  }

  private static Finding leftOut(HealedArticle article, Block block, int index) {
    String alt = block.image().alt();
    return alt == null
        ? Finding.warning("picture.left-out", article.line()).in(index)
        : Finding.warning("picture.left-out", article.line(), alt).in(index).as("described");
  }

  /** The picture of a code, for a follow target. */
  Picture code(PictureLibrary.Prepared prepared, UUID account, String by) {
    return library.add(account, prepared, null, by);
  }

  /** The first stored picture of a body, which becomes the cover. */
  static Picture first(Body body) {
    return body.blocks().stream()
        .map(Block::image)
        .filter(picture -> picture != null && !picture.widths().isEmpty())
        .findFirst()
        .orElse(null);
  }
}
