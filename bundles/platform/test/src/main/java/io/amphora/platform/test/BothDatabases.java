package io.amphora.platform.test;

import io.amphora.platform.api.EntityContribution;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs each {@link org.junit.jupiter.api.TestTemplate} of the class twice: on Derby and on PostgreSQL, each a fresh database with the
 * real migrations, kept for all tests of the class. Its methods, {@code @BeforeEach} and the constructor may ask for the
 * {@link TestDatabase}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(DatabaseExtension.class)
public @interface BothDatabases {
    /** What the tested bundle contributes; needs a constructor without parameters. The platform's own is always there. */
    Class<? extends EntityContribution>[] value() default {};
}
