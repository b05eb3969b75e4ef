package org.yujian.desk;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.yujian.shared.html.PageLanguage;

/** Small decisions about texts in templates. */
@Named("deskTexts")
@Singleton
public class DeskTexts {

  /** Language tag for the {@code lang} attribute of a text; empty when it says nothing. */
  public String language(String text) {
    return PageLanguage.ofText(text);
  }
}
