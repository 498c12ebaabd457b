/** Inbox entries and known channels in the database. */
package io.amphora.channel.core.store;
