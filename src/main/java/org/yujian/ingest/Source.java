package org.yujian.ingest;

import java.util.List;

/** What a reader hands to the healer: the blocks, and which lines held nothing but white space. */
record Source(List<SourceLine> lines, List<Integer> whitespaceOnly) {}
