/** Inbox and channels over REST. */
package io.amphora.channel.rest;
