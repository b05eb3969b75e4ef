package org.yujian.home;

/** A mark beside the article's live revision, for queries. */
record MarkRow(ReadingMark mark, int liveRev) {

  ReaderMark view() {
    return ReaderMark.of(mark, liveRev);
  }
}
