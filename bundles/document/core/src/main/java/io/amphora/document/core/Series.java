package io.amphora.document.core;

import io.amphora.document.api.DocumentKind;
import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Numbers of bills: 1, 2, 3 in each year, one for each that is kept. */
@Component(service = Series.class)
public final class Series {
    private final Tx tx;
    private final DocumentSettings settings;

    @Activate
    public Series(@Reference(target = "(domain=document)") Tx tx, @Reference DocumentSettings settings) {
        this.tx = tx;
        this.settings = settings;
    }

    /** A number that is free now. @param id of the series */
    record Number(String id, long count, String text) {
    }

    Number next(DocumentKind kind, Instant at) {
        int year = at.atZone(settings.zone()).getYear();
        String id = kind.id() + "-" + year;
        List<java.lang.Number> last = tx.call(em -> Sql.of("select s.last_no from document_series s where s.series_id = ?", id).values(em));
        long count = last.isEmpty() ? 1 : last.get(0).longValue() + 1;
        return new Number(id, count, NumberFormat.text(settings.numbers(kind), year, count));
    }

    /** @throws DocumentStore.Taken, or an exception caused by a duplicate, if somebody else was faster */
    static void take(EntityManager em, Number number) {
        if (number.count() == 1) {
            Sql.of("insert into document_series (series_id, last_no) values (?, 1)", number.id()).update(em);
        } else if (Sql.of("update document_series set last_no = ? where series_id = ? and last_no = ?", number.count(), number.id(), number.count() - 1).update(em) != 1) {
            throw new DocumentStore.Taken();
        }
    }
}
