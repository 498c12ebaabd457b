package io.amphora.order.core;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Kinds of files that may hang at an order: none that a browser or a desktop would run. What is in a file decides, not what the sender says of it. */
final class FileKinds {
    private record Kind(String mediaType, Predicate<byte[]> looks) {
    }

    private static final Map<String, Kind> KINDS = kinds();

    private FileKinds() {
    }

    private static Map<String, Kind> kinds() {
        Map<String, Kind> all = new LinkedHashMap<>();
        all.put("pdf", new Kind("application/pdf", b -> begins(b, 0, "%PDF-")));
        all.put("png", new Kind("image/png", b -> begins(b, 0, "\u0089PNG\r\n\u001a\n")));
        all.put("jpg", new Kind("image/jpeg", b -> begins(b, 0, "\u00ff\u00d8\u00ff")));
        all.put("jpeg", all.get("jpg"));
        all.put("gif", new Kind("image/gif", b -> begins(b, 0, "GIF8")));
        all.put("webp", new Kind("image/webp", b -> begins(b, 0, "RIFF") && begins(b, 8, "WEBP")));
        Predicate<byte[]> zip = b -> begins(b, 0, "PK\u0003\u0004");
        all.put("xlsx", new Kind("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", zip));
        all.put("docx", new Kind("application/vnd.openxmlformats-officedocument.wordprocessingml.document", zip));
        all.put("ods", new Kind("application/vnd.oasis.opendocument.spreadsheet", zip));
        all.put("odt", new Kind("application/vnd.oasis.opendocument.text", zip));
        all.put("zip", new Kind("application/zip", zip));
        all.put("txt", new Kind("text/plain", FileKinds::text));
        all.put("csv", new Kind("text/csv", FileKinds::text));
        all.put("eml", new Kind("message/rfc822", FileKinds::text));
        return all;
    }

    private static boolean begins(byte[] content, int at, String sign) {
        if (content.length < at + sign.length()) {
            return false;
        }
        for (int i = 0; i < sign.length(); i++) {
            if ((content[at + i] & 0xff) != sign.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** UTF-16 has zeros, and says so at its beginning. */
    private static boolean text(byte[] content) {
        if (begins(content, 0, "\u00ff\u00fe") || begins(content, 0, "\u00fe\u00ff")) {
            return true;
        }
        for (byte b : content) {
            if (b >= 0 && b < 32 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 27) {
                return false;
            }
        }
        return true;
    }

    static Set<String> endings() {
        return KINDS.keySet();
    }

    static String ending(String fileName) {
        return fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** @param first bytes of the file @return its media type, null if what is in it does not fit its name */
    static String mediaType(String fileName, byte[] first) {
        Kind kind = KINDS.get(ending(fileName));
        return kind != null && kind.looks().test(first) ? kind.mediaType() : null;
    }
}
