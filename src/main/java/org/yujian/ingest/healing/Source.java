package org.yujian.ingest.healing;

import java.util.List;
import org.yujian.body.Loss;
import org.yujian.body.YamlFrontMatter;

/**
 * The result of a reader, for the healer.
 *
 * @param noted line numbers to report
 * @param losses dropped words and addresses
 * @param frontMatter null when the document has none
 */
record Source(
    List<SourceLine> lines, RawLines.Noted noted, List<Loss> losses, YamlFrontMatter frontMatter) {}
