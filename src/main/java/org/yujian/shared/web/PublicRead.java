package org.yujian.shared.web;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a GET whose 200 answers get a strong ETag, 304 on {@code If-None-Match}, gzip where asked
 * and a {@code Cache-Control}. The method goes on returning its record, text or bytes.
 */
@NameBinding
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface PublicRead {
  /** Value of {@code Cache-Control}; an own one set by the method wins. */
  String cacheControl() default "max-age=10, stale-while-revalidate=30";

  /** Whether the answer is another one in WeChat's own browser ({@link WeChatBrowser}). */
  boolean byBrowser() default false;

  /** False where an answer depends on more than its services can name. */
  boolean remembered() default true;
}
