package io.amphora.extension.core;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The folder that bundles are dropped into. */
@Component(service = DeployFolder.class)
public final class DeployFolder {
    private static final long MAX = 50L << 20;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,150}\\.jar");

    private final Path folder;
    private final BundleContext framework;

    @Activate
    public DeployFolder(BundleContext framework) {
        this(framework, Path.of(Optional.ofNullable(framework.getProperty("karaf.base")).orElse(".")).resolve("deploy"));
    }

    DeployFolder(BundleContext framework, Path folder) {
        this.framework = framework;
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** The file a bundle was dropped as; empty if it was not. */
    Optional<Path> fileOf(Bundle bundle) {
        String location = bundle.getLocation();
        int file = location.indexOf("file:");
        if (file < 0) {
            return Optional.empty();
        }
        try {
            String uri = location.substring(file).replaceFirst("[!$?].*", "");
            Path path = Path.of(URI.create(uri)).toAbsolutePath().normalize();
            return folder.equals(path.getParent()) ? Optional.of(path) : Optional.empty();
        } catch (IllegalArgumentException noFile) {
            return Optional.empty();
        }
    }

    /** @return symbolic name of what was put there */
    String put(String fileName, InputStream jar) {
        new Problems().check(fileName != null && NAME.matcher(fileName).matches(), "fileName", "extension.file-name", "must be like my-rule-1.0.0.jar").throwIfAny();
        try {
            Path arriving = Files.createTempFile(folder.getParent(), "arriving", ".part");
            try {
                copy(jar, arriving);
                String name = checked(fileName, arriving);
                Files.move(arriving, folder.resolve(fileName), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return name;
            } finally {
                Files.deleteIfExists(arriving);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("deploy folder", e);
        }
    }

    private static void copy(InputStream jar, Path to) throws IOException {
        try (var out = Files.newOutputStream(to)) {
            byte[] buffer = new byte[1 << 16];
            long size = 0;
            for (int n = jar.read(buffer); n >= 0; n = jar.read(buffer)) {
                size += n;
                new Problems().check(size <= MAX, "", "extension.too-large", "is larger than {0} MB", MAX >> 20).throwIfAny();
                out.write(buffer, 0, n);
            }
        }
    }

    private String checked(String fileName, Path jar) throws IOException {
        String name = symbolicName(jar);
        if (name == null) {
            throw new AmphoraException.Invalid(Problem.of("", "extension.not-a-bundle", "{0} is no OSGi bundle: it has no Bundle-SymbolicName", fileName));
        }
        for (Bundle bundle : framework.getBundles()) {
            if (name.equals(bundle.getSymbolicName())) {
                Path other = fileOf(bundle).orElse(null);
                new Problems().check(other != null, "", "extension.own", "{0} is part of the product already", name)
                        .check(other == null || other.getFileName().toString().equals(fileName), "", "extension.there", "{0} is there already, as {1}: remove that first", name,
                                other == null ? "" : other.getFileName().toString()).throwIfAny();
            }
        }
        return name;
    }

    private static String symbolicName(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            String name = manifest == null ? null : manifest.getMainAttributes().getValue("Bundle-SymbolicName");
            return name == null ? null : name.split(";")[0].strip();
        } catch (ZipException noJar) {
            return null;
        }
    }

    Stream<Path> jars() throws IOException {
        return Files.isDirectory(folder) ? Files.list(folder).filter(file -> NAME.matcher(file.getFileName().toString()).matches() && Files.isRegularFile(file)) : Stream.empty();
    }

    /** Symbolic name of the bundle in a file; empty if there is none, or it cannot be read. */
    Optional<String> nameOf(Path jar) {
        try {
            return Optional.ofNullable(symbolicName(jar));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    boolean delete(Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("deploy folder", e);
        }
    }
}
