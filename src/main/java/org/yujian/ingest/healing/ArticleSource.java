package org.yujian.ingest.healing;

import java.util.List;

/** The lines of one article before healing; {@code title} is null when there is none. */
record ArticleSource(
    int line, String title, boolean titleGuessed, String subtitle, List<SourceLine> body) {}
