package org.yujian.account;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.auth.Scopes;
import org.yujian.shared.problem.FieldError;
import org.yujian.shared.problem.ProblemCode;

/**
 * The review of an account (三审三校): content goes live after every stage has agreed to it.
 *
 * @param stages stages in the order in which they are signed
 * @param allowSameSigner whether one person may sign more than one stage; false when absent
 * @param allowAuthor whether a person may sign content that this person changed last; false when
 *     absent
 */
@Schema(name = "ReviewSettings")
public record ReviewSettings(
    @NotNull @Size(min = 1, max = 5) List<@NotNull @Valid ReviewStage> stages,
    Boolean allowSameSigner,
    Boolean allowAuthor) {

  public ReviewSettings {
    allowSameSigner = Boolean.TRUE.equals(allowSameSigner);
    allowAuthor = Boolean.TRUE.equals(allowAuthor);
  }

  /** Throws 422 for two stages of one name and for unknown scopes. */
  void check() {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < stages.size(); i++) {
      ReviewStage stage = stages.get(i);
      String at = "/review/stages/" + i;
      if (!names.add(stage.name())) {
        throw ProblemCode.INVALID_BODY.problem().with(FieldError.at(at + "/name", "duplicate"));
      }
      if (stage.scope() != null && !Scopes.known(stage.scope())) {
        throw ProblemCode.INVALID_BODY.problem().with(FieldError.at(at + "/scope", "invalid"));
      }
    }
  }
}
