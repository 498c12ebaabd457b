package io.amphora.web.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * On a DS component ({@code @Component(service = OrderResource.class)}) with JAX-RS annotations: makes it part of the REST
 * interface under {@code /api/v1}, with JSON, problems and sign-in
 * (the application itself brings these, so a resource is never there without them). Comes and goes with its bundle.
 */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface RestResource {
    /** Fixed. */
    boolean osgi_jaxrs_resource() default true;

    /** Fixed: the one application. */
    String osgi_jaxrs_application_select() default "(osgi.jaxrs.name=amphora)";
}
