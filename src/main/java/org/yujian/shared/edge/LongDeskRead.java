package org.yujian.shared.edge;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks reports, searches and exports of the desk. Exports hold a thread as long as their client
 * reads, so readers' searches ({@link LongRead}) have another queue.
 */
@NameBinding
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface LongDeskRead {}
