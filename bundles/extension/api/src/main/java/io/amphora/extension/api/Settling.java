package io.amphora.extension.api;

import org.osgi.annotation.versioning.ConsumerType;

/** Whiteboard service: a part of the server that takes up what bundles bring a moment after they brought it. */
@ConsumerType
public interface Settling {
    /** Whether it has taken up all that is there. Returns at once. */
    boolean isSettled();
}
