package io.amphora.transfer.api;

import java.util.Map;

/**
 * How a file is written.
 *
 * @param charset      {@code UTF-8}, {@code GB18030}, …: a name that {@link java.nio.charset.Charset#forName} knows
 * @param delimiter    one character between cells
 * @param quote        one character around cells that contain the delimiter
 * @param skip         lines above the header
 * @param dates        in which order dates are written
 * @param decimalComma whether the decimals begin after a comma
 * @param decimals     fields whose column is written otherwise than the file: whether their decimals begin after a comma; null for none
 */
public record FileFormat(String charset, String delimiter, String quote, int skip, DateOrder dates, boolean decimalComma, Map<String, Boolean> decimals) {
    /** In which order a date names year, month and day; the rest (separators, month names, time, zone) is read either way. */
    public enum DateOrder {
        YMD, MDY, DMY
    }

    public FileFormat {
        decimals = decimals == null ? Map.of() : Map.copyOf(decimals);
    }

    /** With one notation of numbers in all columns. */
    public FileFormat(String charset, String delimiter, String quote, int skip, DateOrder dates, boolean decimalComma) {
        this(charset, delimiter, quote, skip, dates, decimalComma, Map.of());
    }

    /** Whether the decimals of a field begin after a comma. */
    public boolean decimalComma(String field) {
        return decimals.getOrDefault(field, decimalComma);
    }
}
