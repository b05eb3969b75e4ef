package org.yujian.edition;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.yujian.body.Body;
import org.yujian.media.Picture;
import org.yujian.shared.text.Sha256;

/**
 * Content of a draft, written by an editor or taken from a document.
 *
 * @param title title; may be null while the article is a draft
 * @param source office named in the byline
 * @param author author named by a document; null keeps the draft's author
 * @param cover cover for a draft that has none
 */
public record DraftText(
    String title,
    String subtitle,
    String source,
    Body body,
    @JsonIgnore String author,
    @JsonIgnore Picture cover) {

  private static final ObjectMapper JSON = new ObjectMapper();

  public DraftText(String title, String subtitle, String source, Body body) {
    this(title, subtitle, source, body, null, null);
  }

  /** Hash of all fields except author and cover; of pictures only what a document says of them. */
  public String sha256() {
    Body named = body.withPictures(picture -> Picture.at(picture.url(), picture.alt()));
    try {
      return Sha256.hex(JSON.writeValueAsBytes(new DraftText(title, subtitle, source, named)));
    } catch (JsonProcessingException records) {
      throw new IllegalStateException(records);
    }
  }
}
