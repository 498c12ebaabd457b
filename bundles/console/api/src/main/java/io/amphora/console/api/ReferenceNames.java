package io.amphora.console.api;

import io.amphora.common.Actor;
import java.util.Collection;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard service: says what the references of one kind are called, and where they lead. Lists of other domains show references such as {@code order:50047}, which they know
 * nothing of. Called on UI threads: answer at once.
 */
@ConsumerType
public interface ReferenceNames {
    /** What stands before the colon: {@code order}. */
    String kind();

    /** @param ids what stands behind it, one page of a list at most @return id to name; what this person may not see, or is not there, is left out */
    Map<String, String> names(Actor actor, Collection<String> ids);

    /** The page of it, below {@code /console/}. */
    String path(String id);
}
