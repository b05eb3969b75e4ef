package org.yujian.search.index;

/** The search engine cannot be reached, or cannot write. It may work again later. */
public class IndexUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public IndexUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
