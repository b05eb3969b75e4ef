package org.yujian.shared.web;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * As {@link LongRead}, for who works at the desk: reports, its search, and exports, which have a
 * thread as long as their client reads. In a line of their own, so that readers can search
 * meanwhile.
 */
@NameBinding
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface LongDeskRead {}
