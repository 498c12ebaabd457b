package io.amphora.extension.core;

import io.amphora.common.Problem;
import io.amphora.extension.api.Health;
import io.amphora.extension.api.InstalledBundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Jars in the deploy folder that did not become bundles: File Install passes over what it cannot read, and nobody would know. */
@Component(service = Leftovers.class)
public final class Leftovers {
    /** So long a file may take to arrive and to be installed. */
    private static final Duration GRACE = Duration.ofSeconds(4);

    private final BundleContext framework;
    private final DeployFolder folder;

    @Activate
    public Leftovers(BundleContext framework, @Reference DeployFolder folder) {
        this.framework = framework;
        this.folder = folder;
    }

    List<Path> files() {
        Set<Path> installed = Arrays.stream(framework.getBundles()).flatMap(b -> folder.fileOf(b).stream()).collect(Collectors.toSet());
        Instant arrived = Instant.now().minus(GRACE);
        try (Stream<Path> jars = folder.jars()) {
            return jars.filter(jar -> !installed.contains(jar) && changed(jar).isBefore(arrived)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("deploy folder", e);
        }
    }

    /** A file that has just gone counts as arriving. */
    private static Instant changed(Path jar) {
        try {
            return Files.getLastModifiedTime(jar).toInstant();
        } catch (IOException gone) {
            return Instant.MAX;
        }
    }

    List<InstalledBundle> all() {
        return files().stream().map(this::shown).toList();
    }

    /** By the number it is shown with. */
    Optional<Path> find(long id) {
        return id >= 0 ? Optional.empty() : files().stream().filter(file -> id(file) == id).findFirst();
    }

    /** Below zero: no bundle has such a number. */
    private static long id(Path file) {
        return -1L - (file.getFileName().toString().hashCode() & 0x7fffffff);
    }

    InstalledBundle shown(Path file) {
        String name = file.getFileName().toString();
        return new InstalledBundle(id(file), name, "", name, InstalledBundle.State.INSTALLED, changed(file), true, null, List.of(), Health.BROKEN, List.of(reason(file, name)));
    }

    private Problem reason(Path file, String name) {
        Optional<String> bundle = folder.nameOf(file);
        if (bundle.isEmpty()) {
            return Problem.of("", "extension.not-a-bundle", "{0} is no OSGi bundle: it has no Bundle-SymbolicName", name);
        }
        boolean twice = Arrays.stream(framework.getBundles()).map(Bundle::getSymbolicName).anyMatch(bundle.get()::equals);
        return twice ? Problem.of("", "extension.twice", "{0} was not installed: there is {1} already", name, bundle.get())
                : Problem.of("", "extension.not-installed", "{0} was not installed; the log of the server says why", name);
    }
}
