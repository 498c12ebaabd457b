package io.amphora.transfer.core.csv;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Finds out how the text of a file is encoded, from all of its bytes: the first letter that is not ASCII may come late. Byte order marks decide;
 * without one UTF-16 shows by its zeros, UTF-8 by being valid, GBK, Big5 and Shift-JIS by most of their pairs being common characters; the rest is
 * taken for Windows-1252, which any bytes may be.
 */
public final class Encodings {
    /**
     * @param clean whether every byte makes sense in it
     * @param sure  whether it can hardly be another one
     */
    public record Encoding(String charset, boolean clean, boolean sure) {
    }

    private static final int HEAD = 64 * 1024;
    private static final int[] ZIP = {'P', 'K', 3, 4};
    private static final int[] OLE = {0xD0, 0xCF, 0x11, 0xE0};
    private static final int[] PDF = {'%', 'P', 'D', 'F'};

    private final Utf8Check utf8 = new Utf8Check();
    private final Pairs gbk = Pairs.gbk();
    private final Pairs big5 = Pairs.big5();
    private final Pairs shiftJis = Pairs.shiftJis();
    private long undefinedInWestern;
    private long controls;
    private long length;

    private Encodings() {
    }

    /** @throws AmphoraException.Invalid if the file is empty or no text */
    public static Encoding detect(InputStream in) throws IOException {
        byte[] head = in.readNBytes(HEAD);
        if (head.length == 0) {
            throw new AmphoraException.Invalid(Problem.of("file", "transfer.empty", "the file is empty"));
        }
        refuseKnownBinaries(head);
        String marked = byMark(head);
        if (marked != null) {
            return new Encoding(marked, true, true);
        }
        String wide = byZeros(head);
        return wide != null ? new Encoding(wide, true, true) : new Encodings().byContent(head, in);
    }

    private static void refuseKnownBinaries(byte[] head) {
        if (startsWith(head, ZIP) || startsWith(head, OLE)) {
            throw new AmphoraException.Invalid(Problem.of("file", "transfer.workbook", "this is a workbook or an archive, not a text file: save it as CSV first"));
        }
        if (startsWith(head, PDF)) {
            throw binary();
        }
    }

    private static AmphoraException.Invalid binary() {
        return new AmphoraException.Invalid(Problem.of("file", "transfer.binary", "this is no text file"));
    }

    private static boolean startsWith(byte[] head, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (head.length <= i || (head[i] & 255) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static String byMark(byte[] head) {
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return "UTF-8";
        }
        if (startsWith(head, 0xFF, 0xFE, 0, 0)) {
            return "UTF-32LE";
        }
        return startsWith(head, 0xFF, 0xFE) ? "UTF-16LE" : startsWith(head, 0xFE, 0xFF) ? "UTF-16BE" : null;
    }

    /** Delimiters, digits and line ends have one zero byte each in UTF-16, always on the same side. A few stray zeros make no UTF-16: there delimiters have none. */
    private static String byZeros(byte[] head) {
        int[] zeros = new int[2];
        int[] beside = new int[2];
        int marks = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                zeros[i & 1]++;
            } else if (",;\t\n|".indexOf(head[i]) >= 0) {
                marks++;
                int other = i ^ 1;
                beside[other & 1] += other < head.length && head[other] == 0 ? 1 : 0;
            }
        }
        int side = zeros[1] > zeros[0] ? 1 : 0;
        boolean wide = zeros[side] > 0 && zeros[side] >= head.length / 50 && zeros[1 - side] <= zeros[side] / 50 && beside[side] > 0 && beside[side] * 2 >= marks;
        return !wide ? null : side == 1 ? "UTF-16LE" : "UTF-16BE";
    }

    private Encoding byContent(byte[] head, InputStream in) throws IOException {
        byte[] buffer = Arrays.copyOf(head, Math.max(head.length, HEAD));
        for (int n = head.length; n > 0; n = in.read(buffer)) {
            take(buffer, n);
        }
        if (controls > Math.max(2, length / 100)) {
            throw binary();
        }
        return utf8.malformed == 0 ? new Encoding("UTF-8", true, true) : legacy();
    }

    /** UTF-8 with a few broken bytes, or an older encoding. Valid sequences of UTF-8 are rare in those. */
    private Encoding legacy() {
        if (utf8.multibyte > utf8.malformed) {
            return new Encoding("UTF-8", false, utf8.multibyte > 10 * utf8.malformed);
        }
        if (gbk.looksRight(90)) {
            return new Encoding("GB18030", gbk.clean(), gbk.clean());
        }
        if (big5.clean() && big5.looksRight(90)) {
            return new Encoding("Big5", true, false);
        }
        if (shiftJis.clean() && shiftJis.looksRight(30)) {
            return new Encoding("Shift_JIS", true, false);
        }
        if (gbk.looksRight(60)) {
            return new Encoding("GB18030", gbk.clean(), false);
        }
        if (utf8.multibyte * 4 > utf8.malformed) {
            return new Encoding("UTF-8", false, false);
        }
        // bytes that no Western text has: then rather one of these, though the text is short or unusual
        if (undefinedInWestern > 0 && shiftJis.clean() && shiftJis.several()) {
            return new Encoding("Shift_JIS", true, false);
        }
        if (undefinedInWestern > 0 && gbk.clean() && gbk.several()) {
            return new Encoding("GB18030", true, false);
        }
        return new Encoding("windows-1252", undefinedInWestern == 0, false);
    }

    private void take(byte[] buffer, int n) {
        length += n;
        for (int i = 0; i < n; i++) {
            int b = buffer[i] & 255;
            if (b < 32 && b != '\n' && b != '\r' && b != '\t') {
                controls++;
            }
            utf8.take(b);
            gbk.take(b);
            big5.take(b);
            shiftJis.take(b);
            if (b == 0x81 || b == 0x8D || b == 0x8F || b == 0x90 || b == 0x9D) {
                undefinedInWestern++;
            }
        }
    }

    /** Counts valid and broken multi-byte sequences of UTF-8. */
    private static final class Utf8Check {
        private long multibyte;
        private long malformed;
        private int missing;

        private void take(int b) {
            if (missing > 0) {
                if ((b & 0xC0) == 0x80) {
                    missing--;
                    multibyte += missing == 0 ? 1 : 0;
                    return;
                }
                malformed++;
                missing = 0;
            }
            if (b >= 0x80) {
                missing = b >= 0xC2 && b <= 0xDF ? 1 : b >= 0xE0 && b <= 0xEF ? 2 : b >= 0xF0 && b <= 0xF4 ? 3 : 0;
                malformed += missing == 0 ? 1 : 0;
            }
        }
    }
}
