/** Returns in the console. */
package io.amphora.returns.console;
