package org.yujian.ingest;

import java.util.List;
import org.yujian.edition.body.FrontMatter;
import org.yujian.edition.body.Loss;

/**
 * What a reader hands to the healer.
 *
 * @param noted lines of the file that deserve a word
 * @param losses words and addresses that are not in the lines
 * @param frontMatter what the document says of itself; null when it says nothing
 */
record Source(
    List<SourceLine> lines, RawLines.Noted noted, List<Loss> losses, FrontMatter frontMatter) {}
