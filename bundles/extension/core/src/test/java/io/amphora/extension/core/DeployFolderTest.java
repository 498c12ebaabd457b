package io.amphora.extension.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.AmphoraException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

class DeployFolderTest {
    @TempDir
    private Path base;
    private Path deploy;

    @BeforeEach
    void makeFolder() throws IOException {
        deploy = Files.createDirectory(base.resolve("deploy"));
    }

    @Test
    void takesABundle() throws IOException {
        assertThat(folder().put("my-rule-1.0.0.jar", jar("Bundle-SymbolicName: my.rule;singleton:=true\n"))).isEqualTo("my.rule");

        assertThat(deploy.resolve("my-rule-1.0.0.jar")).exists();
        assertThat(base).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void refusesWhatIsNoBundleAndLeavesNothingBehind() throws IOException {
        assertThatThrownBy(() -> folder().put("x.jar", jar(""))).isInstanceOf(AmphoraException.Invalid.class).hasMessageContaining("no OSGi bundle");
        assertThatThrownBy(() -> folder().put("x.jar", new ByteArrayInputStream("not a jar".getBytes(StandardCharsets.UTF_8)))).isInstanceOf(AmphoraException.Invalid.class);

        assertThat(deploy).isEmptyDirectory();
        assertThat(base).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void refusesNamesThatLeadElsewhere() {
        for (String name : new String[] {"../evil.jar", "a/b.jar", ".hidden.jar", "x.war", "", null}) {
            assertThatThrownBy(() -> folder().put(name, jar("Bundle-SymbolicName: my.rule\n"))).as(name).isInstanceOf(AmphoraException.Invalid.class);
        }
    }

    @Test
    void refusesABundleThatTheProductBringsItself() {
        assertThatThrownBy(() -> folder(bundle("io.amphora.order.core", "mvn:io.amphora/io.amphora.order.core/1.0.0"))
                .put("x.jar", jar("Bundle-SymbolicName: io.amphora.order.core\n"))).hasMessageContaining("part of the product already");
    }

    @Test
    void refusesTheSameBundleUnderAnotherFileButReplacesItsOwn() throws IOException {
        Bundle there = bundle("my.rule", deploy.resolve("my-rule.jar").toUri().toString());

        assertThatThrownBy(() -> folder(there).put("other.jar", jar("Bundle-SymbolicName: my.rule\n"))).hasMessageContaining("my-rule.jar");
        assertThat(folder(there).put("my-rule.jar", jar("Bundle-SymbolicName: my.rule\n"))).isEqualTo("my.rule");
    }

    @Test
    void knowsWhatWasDropped() {
        assertThat(folder().fileOf(bundle("a", deploy.resolve("my rule.jar").toUri().toString()))).contains(deploy.resolve("my rule.jar"));
        assertThat(folder().fileOf(bundle("a", "mvn:io.amphora/io.amphora.order.core/1.0.0"))).isEmpty();
        assertThat(folder().fileOf(bundle("a", base.resolve("elsewhere.jar").toUri().toString()))).isEmpty();
    }

    private DeployFolder folder(Bundle... bundles) {
        BundleContext framework = (BundleContext) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {BundleContext.class},
                (proxy, method, args) -> method.getName().equals("getBundles") ? bundles : null);
        return new DeployFolder(framework, deploy);
    }

    private static Bundle bundle(String name, String location) {
        return (Bundle) Proxy.newProxyInstance(DeployFolderTest.class.getClassLoader(), new Class<?>[] {Bundle.class},
                (proxy, method, args) -> method.getName().equals("getSymbolicName") ? name : method.getName().equals("getLocation") ? location : null);
    }

    private static InputStream jar(String headers) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new JarOutputStream(bytes, new Manifest(new ByteArrayInputStream(("Manifest-Version: 1.0\n" + headers).getBytes(StandardCharsets.UTF_8)))).close();
            return new ByteArrayInputStream(bytes.toByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
