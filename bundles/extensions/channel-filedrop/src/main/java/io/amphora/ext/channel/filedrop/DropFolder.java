package io.amphora.ext.channel.filedrop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/** The files of the watched folder. Not thread-safe: a channel is asked by one thread at a time. */
final class DropFolder {
    private static final String DONE = "done";
    private static final String FAILED = "failed";

    /** How a file looked, and since when it looks so. */
    private record Look(long size, long modified, long since) {
        private boolean same(long otherSize, long otherModified) {
            return size == otherSize && modified == otherModified;
        }
    }

    private final Path folder;
    private final long settleNanos;
    private final long max;
    private final LongSupplier nanos;
    private final Map<Path, Look> looks = new HashMap<>();

    DropFolder(Path folder, Duration settle, long max, LongSupplier nanos) {
        this.folder = folder;
        this.settleNanos = settle.toNanos();
        this.max = max;
        this.nanos = nanos;
    }

    /** Files that were left alone long enough, by name. */
    List<Path> ready() throws IOException {
        Files.createDirectories(folder);
        Map<Path, Look> now = new HashMap<>();
        List<Path> ready = new ArrayList<>();
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(DropFolder::isOrderFile).sorted().toList()) {
                Look look = look(file);
                now.put(file, look);
                if (nanos.getAsLong() - look.since() >= settleNanos) {
                    ready.add(file);
                }
            }
        }
        looks.keySet().retainAll(now.keySet());
        looks.putAll(now);
        return ready;
    }

    private Look look(Path file) throws IOException {
        long size = Files.size(file);
        long modified = Files.getLastModifiedTime(file).toMillis();
        Look before = looks.get(file);
        return before != null && before.same(size, modified) ? before : new Look(size, modified, nanos.getAsLong());
    }

    private static boolean isOrderFile(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && (name.endsWith(".csv") || name.endsWith(".json")) && Files.isRegularFile(file);
    }

    OrderFile read(Path file) throws IOException {
        if (Files.size(file) > max) {
            return OrderFile.broken("the file is larger than " + max / 1024 / 1024 + " MB");
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
            String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
            return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".json") ? JsonOrders.read(plain) : CsvOrders.read(plain);
        } catch (CharacterCodingException e) {
            return OrderFile.broken("the file is not encoded in UTF-8");
        }
    }

    void done(Path file) throws IOException {
        move(file, DONE);
    }

    /** Puts it aside, with a text beside it that says why. */
    void failed(Path file, List<String> problems) throws IOException {
        Path aside = move(file, FAILED);
        Files.write(aside.resolveSibling(aside.getFileName() + ".txt"), problems);
    }

    /** Never over another file of that name. */
    private Path move(Path file, String to) throws IOException {
        Path target = folder.resolve(to).resolve(file.getFileName());
        Files.createDirectories(target.getParent());
        for (int n = 2; Files.exists(target); n++) {
            target = target.resolveSibling(n + "-" + file.getFileName());
        }
        looks.remove(file);
        return Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    }
}
