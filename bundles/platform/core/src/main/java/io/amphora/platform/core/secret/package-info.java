/** Secrets, unreadable to whoever has the database only. */
package io.amphora.platform.core.secret;
