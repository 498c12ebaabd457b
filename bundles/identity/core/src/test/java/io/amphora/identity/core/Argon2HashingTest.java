package io.amphora.identity.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Annotation;
import org.junit.jupiter.api.Test;

class Argon2HashingTest {
    /** As cheap as it gets. */
    static Argon2Hashing.Cost cost(int memory, int passes) {
        return new Argon2Hashing.Cost() {
            @Override
            public int memory() {
                return memory;
            }

            @Override
            public int passes() {
                return passes;
            }

            @Override
            public int lanes() {
                return 1;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return Argon2Hashing.Cost.class;
            }
        };
    }

    private final Argon2Hashing hashing = new Argon2Hashing(cost(64, 1));

    @Test
    void keepsMethodParametersSaltAndHash() {
        assertThat(hashing.hash("correct horse")).matches("\\$argon2id\\$v=19\\$m=64,t=1,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        assertThat(hashing.hash("correct horse")).isNotEqualTo(hashing.hash("correct horse"));
    }

    @Test
    void agreesWithTheReferenceImplementation() {
        // argon2 command line tool: echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1 -l 32
        String reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        assertThat(hashing.matches("password", reference)).isTrue();
        assertThat(hashing.matches("Password", reference)).isFalse();
    }

    @Test
    void takesTheSameTextComposedAndDecomposed() {
        assertThat(hashing.matches("Mu\u0308nchen-2026", hashing.hash("M\u00fcnchen-2026"))).isTrue();
    }

    @Test
    void nobodyHasNoRightPassword() {
        assertThat(hashing.matches("nobody", null)).isFalse();
    }

    @Test
    void hashOfOtherParametersStillMatchesButIsOutdated() {
        String old = new Argon2Hashing(cost(32, 1)).hash("correct horse");

        assertThat(hashing.matches("correct horse", old)).isTrue();
        assertThat(hashing.isOutdated(old)).isTrue();
        assertThat(hashing.isOutdated(hashing.hash("correct horse"))).isFalse();
    }

    @Test
    void refusesToGuessWhatAForeignTextMeans() {
        assertThatThrownBy(() -> hashing.matches("x", "{bcrypt}$2a$10$abc")).isInstanceOf(IllegalStateException.class).hasMessageNotContaining("bcrypt");
    }
}
