/** Features and bundles in Karaf's shell. */
@Header(name = "Karaf-Commands", value = "io.amphora.extension.shell")
package io.amphora.extension.shell;

import org.osgi.annotation.bundle.Header;
