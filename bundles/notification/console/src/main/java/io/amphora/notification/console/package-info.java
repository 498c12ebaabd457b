/** Messages in the console. */
package io.amphora.notification.console;
