package io.amphora.identity.rest;

import io.amphora.identity.api.Tokens.Issued;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A new token. */
public record IssuedTokenJson(long id, String label, String user, Instant createdAt, Instant expires,
                              @Schema(description = "for the header Authorization: Bearer …; shown here and never again") String secret) {
    static IssuedTokenJson of(Issued i) {
        return new IssuedTokenJson(i.token().id(), i.token().label(), i.token().user(), i.token().createdAt(), i.token().expires(), i.secret());
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "IssuedTokenJson[" + id + ", " + label + "]";
    }
}
