package io.amphora.extension.api;

import org.osgi.annotation.versioning.ConsumerType;

/** Whiteboard service: hears when bundles or features came, went or changed their state on this node. */
@ConsumerType
public interface ExtensionListener {
    /** {@link Extensions} may answer something else now. Called on any thread, a few times a second at most; must return at once and must not throw. */
    void extensionsChanged();
}
