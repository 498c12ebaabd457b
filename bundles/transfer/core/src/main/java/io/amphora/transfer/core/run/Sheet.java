package io.amphora.transfer.core.run;

import io.amphora.transfer.core.csv.Row;
import java.util.Iterator;
import java.util.List;

/** Rows under a header, to be gone through once. */
public interface Sheet extends Iterator<Row>, AutoCloseable {
    List<String> header();

    /** How far it is read, of {@link #size}. */
    long position();

    long size();

    @Override
    void close();
}
