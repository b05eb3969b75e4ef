package org.yujian.shared.page;

/** Direction in which a cursor reads from its key, in list order (newest first in feeds). */
public enum Direction {
  DOWN('d'),
  UP('u');

  private final char mark;

  Direction(char mark) {
    this.mark = mark;
  }

  char mark() {
    return mark;
  }

  static Direction of(char mark) {
    for (Direction direction : values()) {
      if (direction.mark == mark) {
        return direction;
      }
    }
    throw new IllegalArgumentException("unknown direction");
  }
}
