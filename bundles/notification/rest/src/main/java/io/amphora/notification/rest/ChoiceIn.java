package io.amphora.notification.rest;

/** A choice; {@code wanted} absent gives up the own one. */
public record ChoiceIn(String occasion, String transport, Boolean wanted) {
}
