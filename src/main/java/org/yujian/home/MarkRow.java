package org.yujian.home;

/** A mark with the live revision of its article. */
record MarkRow(ReadingMark mark, int liveRev) {

  ReaderMark view() {
    return ReaderMark.of(mark, liveRev);
  }
}
