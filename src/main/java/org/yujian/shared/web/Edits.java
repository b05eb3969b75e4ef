package org.yujian.shared.web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.yujian.shared.json.MergePatch;
import org.yujian.shared.problem.FieldError;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.problem.ProblemTranslation;

/** Turns a JSON merge patch (RFC 7396) into an edit that services apply to the current state. */
@ApplicationScoped
public class Edits {

  private final Validator validator;

  Edits(Validator validator) {
    this.validator = validator;
  }

  /** The edit, which throws {@code invalid-body} when the edited resource is not valid. */
  public <T> UnaryOperator<T> of(JsonNode patch, Class<T> type) {
    if (patch == null) {
      throw ProblemCode.INVALID_BODY.problem().with(FieldError.at("", "required"));
    }
    // RFC 7396 would replace the whole resource, which is never a number or a list.
    if (!patch.isObject()) {
      throw ProblemCode.INVALID_BODY.problem().with(FieldError.at("", "type", "object"));
    }
    return current -> valid(merged(current, patch, type));
  }

  /** Returns the resource unless its constraints are violated. */
  public <T> T valid(T edited) {
    Set<ConstraintViolation<T>> violations = validator.validate(edited);
    if (!violations.isEmpty()) {
      throw new ConstraintViolationException(violations);
    }
    return edited;
  }

  private static <T> T merged(T current, JsonNode patch, Class<T> type) {
    try {
      return MergePatch.apply(current, patch, type);
    } catch (IOException misfit) {
      throw ProblemTranslation.of(misfit).causedBy(misfit);
    }
  }
}
