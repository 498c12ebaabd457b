/** The Extensions page: features and bundles, how they do, switching them with a preview. */
package io.amphora.extension.console;
