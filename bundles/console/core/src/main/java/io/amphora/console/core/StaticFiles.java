package io.amphora.console.core;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants;

/** Serves {@code /console/assets/*}: the base stylesheet, the logo; open to everybody. */
@Component(service = StaticFiles.class, property = {
    HttpWhiteboardConstants.HTTP_WHITEBOARD_RESOURCE_PATTERN + "=/assets/*",
    HttpWhiteboardConstants.HTTP_WHITEBOARD_RESOURCE_PREFIX + "=/static",
    ConsoleContext.SELECT
})
public final class StaticFiles {
    private final String version;

    @Activate
    public StaticFiles(BundleContext context) {
        this(Long.toString(context.getBundle().getLastModified(), 36));
    }

    StaticFiles(String version) {
        this.version = version;
    }

    /** Address of a file; changes with each new version of this bundle, so that browsers may keep it. */
    String url(String name) {
        return ConsoleContext.PATH + "/assets/" + name + "?v=" + version;
    }
}
