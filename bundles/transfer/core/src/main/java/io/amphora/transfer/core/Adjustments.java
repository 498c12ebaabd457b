package io.amphora.transfer.core;

import io.amphora.common.Problems;
import io.amphora.transfer.api.FileFormat;
import io.amphora.transfer.api.ImportField;
import io.amphora.transfer.api.ImportKind;
import io.amphora.transfer.api.ImportOptions;
import io.amphora.transfer.core.mapping.Fields;
import io.amphora.transfer.core.run.Currencies;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks what somebody wants to be read otherwise. */
final class Adjustments {
    private static final int SOURCE = 60;
    private static final int COUNTRY = 100;
    private static final int CODE = 40;
    private static final int SERVICES = 200;
    private static final int SKIP = 1_000;

    private Adjustments() {
    }

    static FileFormat format(FileFormat f, Problems problems) {
        problems.check(f.charset() != null && supported(f.charset()), "format.charset", "transfer.charset", "there is no encoding {0}", String.valueOf(f.charset()));
        boolean one = single(f.delimiter());
        boolean two = single(f.quote());
        problems.check(one, "format.delimiter", "transfer.one-character", "must be one character");
        problems.check(two, "format.quote", "transfer.one-character", "must be one character");
        problems.check(!one || !two || !f.delimiter().equals(f.quote()), "format.quote", "transfer.same-character", "must differ from the delimiter");
        problems.check(f.skip() >= 0 && f.skip() <= SKIP, "format.skip", "transfer.skip-range", "must be between 0 and {0}", SKIP);
        problems.check(f.dates() != null, "format.dates", "required", "must not be empty");
        return f;
    }

    private static boolean single(String text) {
        return text != null && text.length() == 1 && text.charAt(0) != '\n' && text.charAt(0) != '\r';
    }

    private static boolean supported(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }

    /** @return in the order of the fields, without empty choices */
    static Map<String, String> mapping(ImportKind kind, Map<String, String> mapping, List<String> header, Problems problems) {
        Set<String> fields = Fields.of(kind).stream().map(ImportField::name).collect(Collectors.toSet());
        Map<String, String> chosen = new LinkedHashMap<>();
        mapping.forEach((field, column) -> {
            problems.check(fields.contains(field), "mapping." + field, "transfer.unknown-field", "{0} have no field {1}", kind.code(), field);
            if (column != null && !column.isBlank()) {
                problems.check(header.contains(column), "mapping." + field, "transfer.unknown-column", "the file has no column {0}", column);
                chosen.put(field, column);
            }
        });
        return chosen;
    }

    static ImportOptions options(ImportOptions o, Problems problems) {
        String source = problems.text("options.source", o.source(), SOURCE);
        problems.check(Currencies.known(o.currency()), "options.currency", "transfer.currency", "there is no currency {0}", String.valueOf(o.currency()));
        String country = problems.optionalText("options.country", o.country(), COUNTRY);
        problems.check(zoned(o.zone()), "options.zone", "transfer.zone", "there is no time zone {0}", String.valueOf(o.zone()));
        String location = problems.optionalText("options.location", o.location(), CODE);
        problems.check(o.services().size() <= SERVICES, "options.services", "transfer.services", "at most {0} codes are possible", SERVICES);
        List<String> services = o.services().stream().map(s -> problems.text("options.services", s, CODE)).toList();
        return new ImportOptions(source, o.currency(), country, o.zone(), location, services, o.live(), o.again());
    }

    private static boolean zoned(String zone) {
        try {
            return zone != null && ZoneId.of(zone) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
