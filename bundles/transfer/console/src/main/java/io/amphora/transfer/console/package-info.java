/** Import pages. */
package io.amphora.transfer.console;
