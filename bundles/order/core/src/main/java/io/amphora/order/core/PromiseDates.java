package io.amphora.order.core;

import io.amphora.order.api.Promise;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** A promise as two columns. */
@Embeddable
public class PromiseDates {
    @Column(name = "promised_first")
    private LocalDate first;
    @Column(name = "promised_date")
    private LocalDate current;

    protected PromiseDates() {
    }

    private PromiseDates(Promise promise) {
        first = promise.first();
        current = promise.current();
    }

    /** Nothing promised is no object: so it is read, too. */
    static PromiseDates of(Promise promise) {
        return promise.made() ? new PromiseDates(promise) : null;
    }

    static Promise promise(PromiseDates dates) {
        return dates == null || dates.current == null ? Promise.NONE : new Promise(dates.first, dates.current);
    }
}
