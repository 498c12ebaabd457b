/** Asking the sales channels what is new; nothing they do can hurt anybody else. */
package io.amphora.channel.core.poll;
