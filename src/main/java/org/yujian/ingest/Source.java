package org.yujian.ingest;

import java.util.List;

/** What a reader hands to the healer: the blocks, and which lines of the file deserve a word. */
record Source(List<SourceLine> lines, RawLines.Noted noted) {}
