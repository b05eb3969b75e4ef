package org.yujian.editing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.yujian.body.Block;
import org.yujian.media.Picture;
import org.yujian.shared.web.PublicUrl;

/**
 * Gives the pictures of an exported body addresses that work outside this server. Markdown and HTML
 * show them; text has none, and Word files do not have them yet.
 */
@ApplicationScoped
class ExportedPictures {

  private final PublicUrl publicUrl;

  ExportedPictures(PublicUrl publicUrl) {
    this.publicUrl = publicUrl;
  }

  List<Block> addressed(List<Block> blocks) {
    return blocks.stream().map(this::addressed).toList();
  }

  private Block addressed(Block block) {
    if (block.image() == null || !block.image().url().startsWith("/")) {
      return block;
    }
    String widest = publicUrl.scannable(block.image().at(Integer.MAX_VALUE));
    return Block.figure(Picture.at(widest, block.image().alt()), block.text(), block.spans());
  }
}
