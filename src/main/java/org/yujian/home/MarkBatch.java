package org.yujian.home;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.problem.FieldError;

/**
 * Operations of a device on marks, possibly done long ago while offline. All are applied or, when
 * one of them is not valid, none; {@code errors} says which.
 *
 * @param ops operations in the order in which they happened
 */
@Schema(name = "MarkBatch")
public record MarkBatch(
    @Schema(minItems = 1, maxItems = MarkBatch.LIMIT) @NotNull List<@NotNull @Valid MarkOp> ops) {

  static final int LIMIT = 500;

  /** Checks what annotations cannot; fails with {@code invalid-body}. */
  MarkBatch valid() {
    MarkProblems.requireSize("ops", ops, LIMIT);
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < ops.size(); i++) {
      if (ops.get(i).saysNothing()) {
        errors.add(FieldError.at("/ops/" + i, "mark.empty"));
      }
      if (Boolean.FALSE.equals(ops.get(i).read())) {
        errors.add(FieldError.at("/ops/" + i + "/read", "mark.unread"));
      }
    }
    MarkProblems.requireNone(errors);
    return this;
  }
}
