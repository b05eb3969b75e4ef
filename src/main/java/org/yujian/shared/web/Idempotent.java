package org.yujian.shared.web;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A POST that understands {@code Idempotency-Key}: placed on the method of a resource, which then
 * runs as one transaction that its services join, together with the stored answer. Package
 * idempotency does the work. Every POST of the desk has it (tested).
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {

  /**
   * True where heavy work comes before the transaction: the method then calls {@code Idempotency}
   * itself with its two steps.
   */
  @Nonbinding
  boolean twoSteps() default false;
}
