/** What a bundle needs to bring pages, menu entries, commands, themes and counters into the console. Entry point: {@link ConsoleView}. */
@Export
@Version("1.3.0")
package io.amphora.console.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
