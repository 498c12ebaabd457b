/** The audit log in the console. */
package io.amphora.audit.console;
