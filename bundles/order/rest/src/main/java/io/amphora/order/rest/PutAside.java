package io.amphora.order.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Function;

/** A body put aside, because one must know all of it before it is taken: whether it is the same as before. */
record PutAside(Path file, String hash) implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    /** @param most bytes that are read; more is for the use case to refuse */
    static PutAside of(InputStream body, long most) throws IOException {
        Path file = Files.createTempFile("amphora-attachment", ".part");
        boolean done = false;
        try (DigestOutputStream out = new DigestOutputStream(Files.newOutputStream(file), sha256())) {
            copy(body, out, most);
            done = true;
            return new PutAside(file, HexFormat.of().formatHex(out.getMessageDigest().digest()));
        } finally {
            if (!done) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void copy(InputStream in, OutputStream out, long most) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = most;
        for (int n = in.read(buffer, 0, (int) Math.min(BUFFER, left)); n > 0; n = in.read(buffer, 0, (int) Math.min(BUFFER, left))) {
            out.write(buffer, 0, n);
            left -= n;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
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
