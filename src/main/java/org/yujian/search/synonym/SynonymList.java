package org.yujian.search.synonym;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.web.Versioned;

/**
 * Words that mean the same in searches, for the desk.
 *
 * @param groups groups of words in the order of the desk
 * @param changedAt time of the last change; absent when there was none
 */
@Schema(name = "SynonymList")
public record SynonymList(
    @NotNull List<SynonymGroup> groups, Instant changedAt, @JsonIgnore long version)
    implements Versioned {

  static final SynonymList NONE = new SynonymList(List.of(), null, 0);

  @Override
  public long tagVersion() {
    return version;
  }
}
