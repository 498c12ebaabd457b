/** Incoming orders: kept, made into orders, mended. */
package io.amphora.channel.core;
