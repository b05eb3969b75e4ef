package org.yujian.shared.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.yujian.shared.text.NameKeys;

/**
 * Requires a single visible line, without control characters or ones that change the direction of
 * text, by which one name can look like another. Null is valid.
 */
@Constraint(validatedBy = PlainLine.Check.class)
@Target({
  ElementType.FIELD,
  ElementType.METHOD,
  ElementType.PARAMETER,
  ElementType.RECORD_COMPONENT,
  ElementType.TYPE_USE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlainLine {
  String message() default "must be one line without control characters";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Checks each character. */
  class Check implements ConstraintValidator<PlainLine, CharSequence> {
    @Override
    public boolean isValid(CharSequence text, ConstraintValidatorContext context) {
      return text == null || text.chars().noneMatch(NameKeys::isControl);
    }
  }
}
