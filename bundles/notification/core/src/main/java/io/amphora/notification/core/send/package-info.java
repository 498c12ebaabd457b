/** Sending what was written: durable, with retries; nothing a transport does can hurt anybody else. */
package io.amphora.notification.core.send;
