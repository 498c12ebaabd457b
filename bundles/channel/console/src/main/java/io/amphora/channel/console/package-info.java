/** Inbox and channels in the console. */
package io.amphora.channel.console;
