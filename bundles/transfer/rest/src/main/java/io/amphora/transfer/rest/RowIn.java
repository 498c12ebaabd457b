package io.amphora.transfer.rest;

import java.util.List;

/** A mended row: all its cells, in the order of the columns. */
public record RowIn(List<String> cells) {
}
