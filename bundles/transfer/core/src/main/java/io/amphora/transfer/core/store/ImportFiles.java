package io.amphora.transfer.core.store;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.transfer.core.csv.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The uploaded files, in one folder. Several nodes need a folder that all of them see. */
@Component(service = ImportFiles.class)
@Designate(ocd = ImportFiles.Config.class)
public final class ImportFiles {
    private static final int BUFFER = 64 * 1024;
    private static final long MEGABYTE = 1024L * 1024;

    /** Where files are kept and how large they may be. */
    @ObjectClassDefinition(name = "Amphora import files", description = "Where uploaded files are kept and how large they may be")
    public @interface Config {
        @AttributeDefinition(name = "Folder", description = "Empty: the folder transfer below Karaf's data folder")
        String folder() default "";

        @AttributeDefinition(name = "Largest file", description = "In megabytes, as uploaded")
        int max_megabytes() default 2048;
    }

    /** @param name under which it is kept */
    public record Stored(String name, long bytes) {
    }

    private final Path folder;
    private final long max;

    @Activate
    public ImportFiles(Config config) {
        this(config.folder().isBlank() ? Path.of(System.getProperty("karaf.data", "data"), "transfer") : Path.of(config.folder()), config.max_megabytes() * MEGABYTE);
    }

    public ImportFiles(Path folder, long max) {
        this.folder = folder;
        this.max = max;
    }

    /** @throws AmphoraException.Invalid if it is too large; nothing is kept then */
    public Stored keep(InputStream body) {
        String name = UUID.randomUUID() + ".csv";
        boolean done = false;
        try {
            Files.createDirectories(folder);
            long bytes = copy(body, folder.resolve(name));
            done = true;
            return new Stored(name, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!done) {
                delete(name);
            }
        }
    }

    private long copy(InputStream body, Path file) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                bytes += n;
                if (bytes > max) {
                    throw new AmphoraException.Invalid(Problem.of("file", "transfer.too-large", "the file is larger than {0} MB", max / MEGABYTE));
                }
                out.write(buffer, 0, n);
            }
        }
        return bytes;
    }

    /** @throws AmphoraException.Refused if it is gone */
    public SourceFile find(String name) {
        Path file = folder.resolve(name);
        if (!Files.isReadable(file)) {
            throw new AmphoraException.Refused(Problem.of("file", "transfer.file-gone", "the uploaded file is not there any more: upload it again"));
        }
        return new SourceFile(file);
    }

    public void delete(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
