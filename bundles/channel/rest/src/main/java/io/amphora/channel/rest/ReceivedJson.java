package io.amphora.channel.rest;

/** How many of the orders are new; the others were there already. */
public record ReceivedJson(int received) {
}
