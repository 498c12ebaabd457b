package io.amphora.channel.rest;

/** Why an entry is given up. */
public record DropIn(String reason) {
}
