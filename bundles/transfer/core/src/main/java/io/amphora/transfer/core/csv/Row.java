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

    /** Whether the decoder met bytes that make no sense in this row. */
    public boolean broken() {
        for (String cell : cells) {
            if (cell.indexOf('\uFFFD') >= 0) {
                return true;
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
