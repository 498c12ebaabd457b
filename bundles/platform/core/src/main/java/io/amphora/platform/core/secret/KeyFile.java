package io.amphora.platform.core.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The key of an installation: 32 random bytes in Base64, made when it is first needed, readable for its owner only. */
final class KeyFile {
    private static final int BYTES = 32;
    private static final String OWNER_ONLY = "rw-------";

    private KeyFile() {
    }

    static byte[] read(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            byte[] key = Base64.getDecoder().decode(Files.readString(file, StandardCharsets.US_ASCII).strip());
            if (key.length != BYTES) {
                throw new IllegalStateException(file + " has " + key.length + " bytes, not " + BYTES);
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(file + " is no key in Base64", e);
        }
    }

    private static void make(Path file) throws IOException {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        boolean posix = Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
        FileAttribute<?>[] rights = posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY))} : new FileAttribute<?>[0];
        // whole or not at all: whoever dies while writing must not leave half a key
        Path half = Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName().toString(), ".new", rights);
        try {
            Files.write(half, Base64.getEncoder().encode(key));
            Files.createLink(file, half);
        } catch (FileAlreadyExistsException e) {
            // somebody was quicker: that one is the key
            return;
        } finally {
            Files.deleteIfExists(half);
        }
    }
}
