/** Reads the framework (bundles, components, features) and switches parts of it. */
package io.amphora.extension.core;
