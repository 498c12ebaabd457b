/** Returns as rows. */
package io.amphora.returns.core.store;
