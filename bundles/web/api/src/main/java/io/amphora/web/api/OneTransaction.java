package io.amphora.web.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource class or method whose work is nothing but one transaction: no payment provider, no framework, no file. If parts of its body
 * do not fit (wrong type, unknown field), the method runs with the rest, is undone in any case, and what it found wrong is named, too:
 * so the caller learns everything at once. Without this, only what does not fit is named.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface OneTransaction {
}
