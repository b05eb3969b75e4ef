package org.yujian.ingest.healing;

import java.util.List;
import org.yujian.body.Loss;
import org.yujian.body.YamlFrontMatter;
import org.yujian.document.DocumentPicture;

/**
 * The result of a reader, for the healer.
 *
 * @param noted line numbers to report
 * @param losses dropped words and addresses
 * @param frontMatter null when the document has none
 * @param pictures pictures inside the document
 */
record Source(
    List<SourceLine> lines,
    RawLines.Noted noted,
    List<Loss> losses,
    YamlFrontMatter frontMatter,
    List<DocumentPicture> pictures) {

  Source with(List<DocumentPicture> some) {
    return new Source(lines, noted, losses, frontMatter, some);
  }
}
