package org.yujian.shared.web;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a POST that supports {@code Idempotency-Key}. It runs as one transaction that its services
 * join, together with the stored response. Every POST of the desk has it (tested).
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {

  /** True where work precedes the transaction: the method itself calls {@code Idempotency}. */
  @Nonbinding
  boolean twoSteps() default false;
}
