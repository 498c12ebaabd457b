package io.amphora.identity.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells whoever started the server how to make the first administrator: on the terminal, in the log and in a file that only the
 * owner of the server process can read. Nobody refers to it; without a service it is active at once.
 */
@Component(service = {})
public final class SetupNotice {
    private static final Logger LOG = LoggerFactory.getLogger(SetupNotice.class);

    private final Path file;

    @Activate
    public SetupNotice(@Reference TokenSetup setup, BundleContext context) {
        this(setup, path(context), url(context));
    }

    SetupNotice(TokenSetup setup, Path file, String url) {
        this.file = file;
        setup.whenOver(this::removeFile);
        if (!setup.needed()) {
            removeFile();
        } else {
            show(setup.token(), url);
        }
    }

    private void show(String token, String url) {
        write(token);
        String text = "No users yet. Make the administrator at " + url + " with this one-time token: " + token;
        LOG.info("{} (it is also in {}, until it is used)", text, file);
        // the one place that writes to the terminal: the log may not be shown there, and nobody can sign in before
        System.out.println(System.lineSeparator() + text + System.lineSeparator());
    }

    private void write(String token) {
        try {
            Files.deleteIfExists(file);
            Files.writeString(Files.createFile(file, ownerOnly()), token + System.lineSeparator());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))} : new FileAttribute<?>[0];
    }

    private void removeFile() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("cannot remove {}: the token in it is worthless by now", file, e);
        }
    }

    private static Path path(BundleContext context) {
        String data = context.getProperty("karaf.data");
        return Path.of(data == null ? System.getProperty("java.io.tmpdir") : data, "setup-token");
    }

    private static String url(BundleContext context) {
        String url = context.getProperty("amphora.url");
        String port = System.getenv("AMPHORA_HTTP_PORT");
        return url != null ? url : "http://localhost:" + (port == null ? "8181" : port) + "/console";
    }
}
