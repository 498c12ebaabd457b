package io.amphora.identity.rest;

import io.amphora.identity.api.Tokens.Token;
import java.time.Instant;

/** A token, without its secret. */
public record TokenJson(long id, String label, String user, Instant createdAt, Instant expires, Instant lastUsed) {
    static TokenJson of(Token t) {
        return new TokenJson(t.id(), t.label(), t.user(), t.createdAt(), t.expires(), t.lastUsed());
    }
}
