package io.amphora.payment.api;

import java.util.Objects;

/**
 * What a gateway says.
 *
 * @param reference its name for what it did, kept for what follows; null keeps the one before
 * @param message   for people, null if there is nothing to say
 */
public record GatewayAnswer(Outcome outcome, String reference, String message) {
    /** What came of it. */
    public enum Outcome {
        /** Done. */
        APPROVED,
        /** Not done, and will not be. */
        DECLINED,
        /** A person has to do it and say so in the console. */
        BY_PERSON
    }

    public GatewayAnswer {
        Objects.requireNonNull(outcome);
    }

    public static GatewayAnswer approved(String reference) {
        return new GatewayAnswer(Outcome.APPROVED, reference, null);
    }

    public static GatewayAnswer declined(String message) {
        return new GatewayAnswer(Outcome.DECLINED, null, message);
    }

    public static GatewayAnswer byPerson(String message) {
        return new GatewayAnswer(Outcome.BY_PERSON, null, message);
    }
}
