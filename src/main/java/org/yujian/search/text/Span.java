package org.yujian.search.text;

/** A part of an original text: Unicode code points, {@code start} inclusive, {@code end} not. */
public record Span(int start, int end) {}
