package io.amphora.console.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard service, scope PROTOTYPE: a page. The class is a Vaadin {@code Component} with a {@link ConsoleRoute}; the shell adds
 * its route and menu entry in all open browsers when the service comes, and takes both away when it goes. One instance per
 * visit, used on that browser's UI thread only. It may take URL parameters ({@code HasUrlParameter}) and implement
 * {@code HasDynamicTitle}.
 */
@ConsumerType
public interface ConsoleView {
}
