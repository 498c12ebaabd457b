package io.amphora.identity.api;

import io.amphora.common.Actor;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Whom one works with, for anybody who is signed in: names only. Thread-safe. */
@ProviderType
public interface People {
    /** @param name to sign in with, unique; @param displayName what people read */
    record Person(String name, String displayName) {
    }

    /**
     * Those who may sign in and whose name, or a word of whose display name, begins with a text, by name.
     *
     * @param text  case does not matter; empty for all
     * @param limit at most so many, 1 to 100
     */
    List<Person> find(Actor by, String text, int limit);
}
