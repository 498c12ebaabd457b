package io.amphora.notification.rest;

import io.amphora.notification.api.Subscriptions;

/** Whether a subject is told; {@code own} is false where that comes from the roles or the product. */
public record ChoiceJson(String occasion, String transport, boolean wanted, boolean own) {
    static ChoiceJson of(Subscriptions.Choice c) {
        return new ChoiceJson(c.occasion().id(), c.transport(), c.wanted(), c.own());
    }
}
