package io.amphora.transfer.core.csv;

import java.util.List;

/**
 * One record of a file.
 *
 * @param line  where it begins in the file, the first line is 1
 * @param cells as written
 */
public record Row(long line, List<String> cells) {
    /** The cell, or an empty text where the row is too short. */
    public String cell(int index) {
        return index < cells.size() ? cells.get(index) : "";
    }

    /** Whether bytes of this row make no sense as text: the decoder said so, or they became control characters that no file means (and no database takes). */
    public boolean broken() {
        for (String cell : cells) {
            for (int i = 0; i < cell.length(); i++) {
                char c = cell.charAt(i);
                if (c == '\uFFFD' || c == 0 || c >= 0x7F && c <= 0x9F) {
                    return true;
                }
            }
        }
        return false;
    }

    /** More cells with content than the header has columns: a delimiter too many. */
    public boolean tooLong(int columns) {
        for (int i = columns; i < cells.size(); i++) {
            if (!cells.get(i).isBlank()) {
                return true;
            }
        }
        return false;
    }

    public boolean blank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
