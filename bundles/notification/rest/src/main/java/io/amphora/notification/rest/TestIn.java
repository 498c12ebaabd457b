package io.amphora.notification.rest;

/** By which transport a test message goes, and for e-mail where to. */
public record TestIn(String transport, String address) {
}
