package org.yujian.shared.web;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a GET whose 200 responses get a strong ETag, 304 on {@code If-None-Match}, gzip on request
 * and a {@code Cache-Control}. The method still returns its record, text or bytes.
 */
@NameBinding
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface PublicRead {
  /** Value of {@code Cache-Control}; a value set by the method wins. */
  String cacheControl() default "max-age=10, stale-while-revalidate=30";

  /** Whether the response differs in WeChat's own browser ({@link WeChatBrowser}). */
  boolean byBrowser() default false;

  /** Whether the response shows its reader's state to a browser with a {@link ReaderCookie}. */
  boolean byReader() default false;

  /** Whether to cache responses; false where one depends on more than its services can name. */
  boolean cached() default true;
}
