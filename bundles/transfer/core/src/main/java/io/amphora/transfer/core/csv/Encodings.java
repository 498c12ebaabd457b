package io.amphora.transfer.core.csv;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Finds out how the text of a file is encoded, from all of its bytes: the first letter that is not ASCII may come late. Byte order marks decide;
 * without one UTF-16 shows by its zeros, UTF-8 by being valid, GBK by most of its pairs being common Chinese characters; the rest is Windows-1252.
 */
public final class Encodings {
    /** @param clean whether every byte makes sense in it */
    public record Encoding(String charset, boolean clean) {
    }

    private static final int HEAD = 64 * 1024;
    private static final int[] ZIP = {'P', 'K', 3, 4};
    private static final int[] OLE = {0xD0, 0xCF, 0x11, 0xE0};
    private static final int[] PDF = {'%', 'P', 'D', 'F'};

    private final Utf8Check utf8 = new Utf8Check();
    private final GbkCheck gbk = new GbkCheck();
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
            return new Encoding(marked, true);
        }
        String wide = byZeros(head);
        return wide != null ? new Encoding(wide, true) : new Encodings().byContent(head, in);
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

    /** Delimiters, digits and line ends have one zero byte each in UTF-16, always on the same side. */
    private static String byZeros(byte[] head) {
        int[] zeros = new int[2];
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                zeros[i & 1]++;
            }
        }
        int most = Math.max(zeros[0], zeros[1]);
        int least = Math.min(zeros[0], zeros[1]);
        if (most == 0) {
            return null;
        }
        if (most < head.length / 50 || least > most / 50) {
            throw binary();
        }
        return zeros[1] > zeros[0] ? "UTF-16LE" : "UTF-16BE";
    }

    private Encoding byContent(byte[] head, InputStream in) throws IOException {
        byte[] buffer = Arrays.copyOf(head, Math.max(head.length, HEAD));
        for (int n = head.length; n > 0; n = in.read(buffer)) {
            take(buffer, n);
        }
        if (controls > Math.max(2, length / 100)) {
            throw binary();
        }
        if (utf8.malformed == 0 || utf8.multibyte > 10 * utf8.malformed) {
            return new Encoding("UTF-8", utf8.malformed == 0);
        }
        if (gbk.looksChinese()) {
            return new Encoding("GB18030", gbk.malformed == 0);
        }
        return undefinedInWestern == 0 ? new Encoding("windows-1252", true) : new Encoding("ISO-8859-1", false);
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

    /** Counts pairs of GBK and how many of them are everyday characters or Chinese punctuation (GB 2312 level 1 and its symbols). */
    private static final class GbkCheck {
        private long pairs;
        private long common;
        private long malformed;
        private int lead;

        private void take(int b) {
            if (lead == 0) {
                lead = b >= 0x81 && b <= 0xFE ? b : 0;
                malformed += b == 0x80 || b == 0xFF ? 1 : 0;
                return;
            }
            if (b >= 0x40 && b <= 0xFE && b != 0x7F || b >= 0x30 && b <= 0x39) {
                pairs++;
                common += b >= 0xA1 && (lead >= 0xB0 && lead <= 0xD7 || lead >= 0xA1 && lead <= 0xA3) ? 1 : 0;
            } else {
                malformed++;
            }
            lead = 0;
        }

        private boolean looksChinese() {
            return pairs > 0 && common * 10 >= pairs * 6 && malformed * 20 <= pairs;
        }
    }
}
