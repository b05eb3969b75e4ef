package org.yujian.desk;

import org.yujian.shared.html.PageLanguage;

/**
 * What surrounds every page of the desk.
 *
 * @param who name of the caller as in the audit
 * @param section part of the desk that the navigation marks
 */
record DeskFrame(PageLanguage language, String who, String section) {

  public boolean in(String other) {
    return section.equals(other);
  }
}
