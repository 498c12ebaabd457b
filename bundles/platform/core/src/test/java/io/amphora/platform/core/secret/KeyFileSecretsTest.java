package io.amphora.platform.core.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.platform.api.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileSecretsTest {
    @TempDir
    Path etc;
    private Path file;
    private Secrets secrets;

    @BeforeEach
    void setUp() {
        file = etc.resolve(KeyFileSecrets.FILE);
        secrets = new KeyFileSecrets(file);
    }

    @Test
    void opensWhatItSealedAlsoAfterARestart() {
        String sealed = secrets.seal("x", "whsec_密");
        assertThat(sealed).doesNotContain("whsec").startsWith("sealed:1:");
        assertThat(secrets.isSealed(sealed)).isTrue();
        assertThat(secrets.isSealed("whsec_a")).isFalse();
        assertThat(new KeyFileSecrets(file).open("x", sealed)).isEqualTo("whsec_密");
        assertThat(secrets.seal("x", "whsec_密")).as("never the same twice").isNotEqualTo(sealed);
    }

    @Test
    void theKeyIsForItsOwnerOnlyAndNothingElseIsLeftBehind() throws IOException {
        secrets.seal("x", "a");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        try (var all = Files.list(etc)) {
            assertThat(all).containsExactly(file);
        }
    }

    @Test
    void refusesWhatWasChangedOrSealedForAnotherPurposeOrWithAnotherKey() throws IOException {
        String sealed = secrets.seal("x", "a secret");
        assertThatThrownBy(() -> secrets.open("y", sealed)).isInstanceOf(IllegalStateException.class).hasMessageContaining("y");
        int last = sealed.length() - 3;
        String changed = sealed.substring(0, last) + (sealed.charAt(last) == 'A' ? 'B' : 'A') + sealed.substring(last + 1);
        assertThatThrownBy(() -> secrets.open("x", changed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> secrets.open("x", "a secret")).isInstanceOf(IllegalStateException.class);

        Files.delete(file);
        assertThatThrownBy(() -> new KeyFileSecrets(file).open("x", sealed)).isInstanceOf(IllegalStateException.class).hasMessageContaining("amphora.key");
        Files.writeString(file, "no key");
        assertThatThrownBy(() -> new KeyFileSecrets(file).seal("x", "a")).isInstanceOf(IllegalStateException.class).hasMessageContaining("amphora.key");
    }

    @Test
    void manyThatStartTogetherHaveOneKey() {
        ConcurrentLinkedQueue<String> sealed = new ConcurrentLinkedQueue<>();
        IntStream.range(0, 16).parallel().forEach(i -> sealed.add(new KeyFileSecrets(file).seal("x", "s" + i)));
        assertThat(List.copyOf(sealed)).allSatisfy(s -> assertThat(secrets.open("x", s)).startsWith("s"));
    }
}
