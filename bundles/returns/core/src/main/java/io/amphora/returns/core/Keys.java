package io.amphora.returns.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What tells one request from another. */
final class Keys {
    private Keys() {
    }

    static String of(Actor by, String key) {
        return hash(by.name() + "|" + key);
    }

    /** 64 characters. */
    static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws AmphoraException.Invalid if they are not of the same request */
    static void same(String before, String now) {
        if (!before.equals(now)) {
            throw new AmphoraException.Invalid(Problem.of("Idempotency-Key", "returns.key-reused", "the key came before with something else"));
        }
    }
}
