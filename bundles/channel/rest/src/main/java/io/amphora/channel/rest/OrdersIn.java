package io.amphora.channel.rest;

import java.util.List;

/** Orders to take in. */
public record OrdersIn(List<IncomingOrderJson> orders) {
}
