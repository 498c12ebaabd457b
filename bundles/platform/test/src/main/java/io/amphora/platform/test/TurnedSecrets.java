package io.amphora.platform.test;

import io.amphora.platform.api.Secrets;

/** Seals by turning around: enough to see what is sealed, and for what. */
public final class TurnedSecrets implements Secrets {
    @Override
    public String seal(String purpose, String plain) {
        return "sealed:" + purpose + ":" + new StringBuilder(plain).reverse();
    }

    @Override
    public String open(String purpose, String sealed) {
        if (!sealed.startsWith("sealed:" + purpose + ":")) {
            throw new IllegalStateException("sealed with another key");
        }
        return new StringBuilder(sealed.substring(purpose.length() + 8)).reverse().toString();
    }

    @Override
    public boolean isSealed(String value) {
        return value != null && value.startsWith("sealed:");
    }
}
