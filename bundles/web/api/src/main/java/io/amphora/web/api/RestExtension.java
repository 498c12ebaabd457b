package io.amphora.web.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/** On a DS component that is a JAX-RS filter, interceptor, mapper or body writer: makes it part of the REST interface under {@code /api/v1}. */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface RestExtension {
    /** Fixed. */
    boolean osgi_jaxrs_extension() default true;

    /** Fixed: the one application. */
    String osgi_jaxrs_application_select() default "(osgi.jaxrs.name=amphora)";
}
