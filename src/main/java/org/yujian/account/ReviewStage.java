package org.yujian.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.web.Characters;
import org.yujian.shared.web.PlainLine;

/**
 * One stage of a review. Its signers need the scope {@code content:review} and what the stage asks
 * for.
 *
 * @param name name of the stage, for example 初审; unique within the account
 * @param scope scope of keys that signers need besides {@code content:review}, for example {@code
 *     content:publish}
 * @param signers who may sign: ids of keys, or names as in the audit; everyone with the scopes when
 *     absent
 */
@Schema(name = "ReviewStage")
public record ReviewStage(
    @NotBlank @PlainLine @Schema(maxLength = 32) @Characters(max = 32) String name,
    @Schema(maxLength = 32) @Characters(max = 32) String scope,
    @Size(min = 1, max = 100) List<@NotBlank @Characters(max = 200) String> signers) {

  public ReviewStage {
    signers = signers == null ? null : List.copyOf(signers);
  }

  /** Whether a person with this identity, name and scopes may sign. */
  public boolean admits(String identity, String name, Collection<String> scopes) {
    return (scope == null || scopes.contains(scope))
        && (signers == null || signers.contains(identity) || signers.contains(name));
  }
}
