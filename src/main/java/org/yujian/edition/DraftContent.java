package org.yujian.edition;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.yujian.edition.body.Body;
import org.yujian.shared.text.Sha256;

/**
 * What an editor or a document writes of an article.
 *
 * @param title may be missing while it is a draft
 * @param source the byline's office, as written
 * @param author whom a document names; null leaves the draft the author that it has
 */
public record DraftContent(
    String title, String subtitle, String source, Body body, @JsonIgnore String author) {

  private static final ObjectMapper JSON = new ObjectMapper();

  public DraftContent(String title, String subtitle, String source, Body body) {
    this(title, subtitle, source, body, null);
  }

  /** Equal exactly when text, links, pictures and marks are; the author is none of them. */
  public String sha256() {
    try {
      return Sha256.hex(JSON.writeValueAsBytes(this));
    } catch (JsonProcessingException records) {
      throw new IllegalStateException(records);
    }
  }
}
