package io.amphora.extension.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.common.Problem;
import io.amphora.extension.api.Health;
import io.amphora.extension.api.InstalledBundle;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

class LeftoversTest {
    @TempDir
    private Path base;
    private Leftovers leftovers;

    @BeforeEach
    void makeFolder() {
        BundleContext empty = (BundleContext) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {BundleContext.class},
                (proxy, method, args) -> method.getName().equals("getBundles") ? new Bundle[0] : null);
        leftovers = new Leftovers(empty, new DeployFolder(empty, base));
    }

    @Test
    void showsAFileThatIsNoJarRedWithTheReason() throws IOException {
        file("bad.jar", Instant.now().minusSeconds(60));

        InstalledBundle shown = leftovers.all().get(0);

        assertThat(shown.symbolicName()).isEqualTo("bad.jar");
        assertThat(shown.health()).isEqualTo(Health.BROKEN);
        assertThat(shown.faults()).extracting(Problem::message).containsExactly("bad.jar is no OSGi bundle: it has no Bundle-SymbolicName");
        assertThat(shown.id()).isNegative();
        assertThat(leftovers.find(shown.id())).contains(base.resolve("bad.jar"));
    }

    @Test
    void givesAFileTimeToArrive() throws IOException {
        file("arriving.jar", Instant.now());
        file("notes.txt", Instant.now().minusSeconds(60));

        assertThat(leftovers.all()).isEmpty();
    }

    private void file(String name, Instant changed) throws IOException {
        Files.setLastModifiedTime(Files.writeString(base.resolve(name), "not a jar"), FileTime.from(changed));
    }
}
