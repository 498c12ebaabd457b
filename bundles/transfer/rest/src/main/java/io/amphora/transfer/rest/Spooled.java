package io.amphora.transfer.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Function;

/** A body put aside, because one must know all of it before it is taken: whether it is the same as before. */
record Spooled(Path file, String hash) implements AutoCloseable {
    static Spooled of(InputStream body) throws IOException {
        Path file = Files.createTempFile("amphora-upload", ".part");
        try (DigestInputStream in = new DigestInputStream(body, MessageDigest.getInstance("SHA-256"))) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            return new Spooled(file, HexFormat.of().formatHex(in.getMessageDigest().digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    <T> T read(Function<InputStream, T> reader) {
        try (InputStream in = Files.newInputStream(file)) {
            return reader.apply(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
