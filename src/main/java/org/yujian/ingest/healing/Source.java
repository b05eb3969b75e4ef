package org.yujian.ingest.healing;

import java.util.List;
import java.util.function.UnaryOperator;
import org.yujian.body.Loss;
import org.yujian.body.YamlFrontMatter;
import org.yujian.document.DocumentPicture;
import org.yujian.media.Picture;

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

  /**
   * The source with the names of pictures that come with the document as their addresses.
   *
   * @param name name of the picture at an address, or null
   */
  Source named(UnaryOperator<String> name) {
    List<SourceLine> named =
        lines.stream()
            .map(
                line -> {
                  Picture picture = line.picture();
                  String found = picture == null ? null : name.apply(picture.url());
                  return found == null
                      ? line
                      : SourceLine.picture(line.line(), Picture.at(found, picture.alt()));
                })
            .toList();
    return new Source(named, noted, losses, frontMatter, pictures);
  }

  Source with(List<DocumentPicture> some) {
    return new Source(lines, noted, losses, frontMatter, some);
  }
}
