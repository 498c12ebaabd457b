/** Returns: asked for, received, inspected, settled. */
package io.amphora.returns.core;
