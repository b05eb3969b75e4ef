package org.yujian.shared.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Length in Unicode code points; {@code Size} counts rare Han characters twice. Null is valid. */
@Constraint(validatedBy = Characters.Check.class)
@Target({
  ElementType.FIELD,
  ElementType.METHOD,
  ElementType.PARAMETER,
  ElementType.RECORD_COMPONENT,
  ElementType.TYPE_USE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface Characters {
  int min() default 0;

  int max();

  String message() default "must be {min} to {max} characters long";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Counts code points. */
  class Check implements ConstraintValidator<Characters, CharSequence> {
    private int min;
    private int max;

    @Override
    public void initialize(Characters limits) {
      min = limits.min();
      max = limits.max();
    }

    @Override
    public boolean isValid(CharSequence text, ConstraintValidatorContext context) {
      if (text == null) {
        return true;
      }
      int count = Character.codePointCount(text, 0, text.length());
      return count >= min && count <= max;
    }
  }
}
