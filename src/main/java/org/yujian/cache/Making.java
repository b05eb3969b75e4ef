package org.yujian.cache;

import org.yujian.change.LogPosition;

/** One computation of a response; the log position is captured before anything is read. */
record Making(String key, LogPosition position) {}
