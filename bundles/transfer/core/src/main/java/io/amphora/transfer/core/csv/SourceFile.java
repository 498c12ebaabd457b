package io.amphora.transfer.core.csv;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A file as text: unpacked if it is compressed, decoded with U+FFFD where it makes no sense, without a byte order mark. */
public final class SourceFile {
    private static final int BUFFER = 64 * 1024;

    private final Path path;

    public SourceFile(Path path) {
        this.path = path;
    }

    public long size() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of the text. */
    public InputStream bytes() throws IOException {
        return unpacked(new BufferedInputStream(Files.newInputStream(path), BUFFER));
    }

    /** The text, and how far in the file it has got. */
    public Text text(String charset) throws IOException {
        Counting counting = new Counting(Files.newInputStream(path));
        InputStream bytes = unpacked(new BufferedInputStream(counting, BUFFER));
        var decoder = Charset.forName(charset).newDecoder().onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE);
        return new Text(new WithoutMark(new InputStreamReader(bytes, decoder)), counting);
    }

    private static InputStream unpacked(BufferedInputStream in) throws IOException {
        in.mark(2);
        boolean packed = in.read() == 0x1F && in.read() == 0x8B;
        in.reset();
        return packed ? new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER) : in;
    }

    /** A reader that knows how many bytes of the file are behind it. */
    public static final class Text implements AutoCloseable {
        private final Reader reader;
        private final Counting counting;

        private Text(Reader reader, Counting counting) {
            this.reader = reader;
            this.counting = counting;
        }

        public Reader reader() {
            return reader;
        }

        public long position() {
            return counting.count;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }

    private static final class Counting extends FilterInputStream {
        private long count;

        private Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] b, int off, int len) throws IOException {
            int n = super.read(b, off, len);
            count += Math.max(0, n);
            return n;
        }
    }

    private static final class WithoutMark extends java.io.PushbackReader {
        private boolean begun;

        private WithoutMark(Reader in) {
            super(in, 1);
        }

        @Override
        public int read(char[] buffer, int off, int len) throws IOException {
            if (!begun) {
                begun = true;
                int first = super.read();
                if (first >= 0 && first != '\uFEFF') {
                    unread(first);
                }
            }
            return super.read(buffer, off, len);
        }
    }
}
