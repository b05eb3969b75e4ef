package org.yujian.shared.web;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a POST that supports {@code Idempotency-Key}: one transaction, which services join, stores
 * its response too. Every POST of the desk has this (tested).
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {

  /** True where work precedes the transaction: the method calls {@code Idempotency}. */
  @Nonbinding
  boolean twoSteps() default false;
}
