/** The contract of sales channels as a test: extend {@link SalesChannelContract} for each channel. */
package io.amphora.channel.test;
