package io.amphora.identity.rest;

/** Whether the first administrator is still to be made. */
public record SetupJson(boolean needed) {
}
