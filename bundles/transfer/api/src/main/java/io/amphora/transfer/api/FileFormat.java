package io.amphora.transfer.api;

/**
 * How a file is written.
 *
 * @param charset      {@code UTF-8}, {@code GB18030}, …: a name that {@link java.nio.charset.Charset#forName} knows
 * @param delimiter    one character between cells
 * @param quote        one character around cells that contain the delimiter
 * @param skip         lines above the header
 * @param dates        in which order dates are written
 * @param decimalComma whether the decimals begin after a comma
 */
public record FileFormat(String charset, String delimiter, String quote, int skip, DateOrder dates, boolean decimalComma) {
    /** In which order a date names year, month and day; the rest (separators, month names, time, zone) is read either way. */
    public enum DateOrder {
        YMD, MDY, DMY
    }
}
