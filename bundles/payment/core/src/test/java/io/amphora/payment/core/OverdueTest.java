package io.amphora.payment.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.payment.api.Payment;
import io.amphora.payment.api.PaymentMethod;
import io.amphora.payment.api.PaymentTerms;
import io.amphora.payment.core.store.PaymentEntities;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(PaymentEntities.class)
class OverdueTest {
    @TestTemplate
    void saysOnceForEachOrderAndDateWhatIsOverdue(TestDatabase db) {
        db.clear();
        Desk d = new Desk(db);
        LocalDate due = d.placed(1, "100.00", "EUR").dueOn();
        Payment paid = d.placed(2, "50.00", "EUR");
        d.desk.receive(Desk.BY, paid.id(), paid.version(), PaymentMethod.CASH, new BigDecimal("50"), null, null);
        OverdueSweeper sweeper = new OverdueSweeper(d.tx, new PaymentLog(db.outbox(), (order, who, what, note) -> { }));

        assertThat(sweeper.tell(due)).as("due today is not overdue").isZero();
        assertThat(sweeper.tell(due.plusDays(1))).isEqualTo(1);
        assertThat(sweeper.tell(due.plusDays(2))).as("once").isZero();
        assertThat(told(db)).singleElement().asString().contains("\"number\":\"A-1\"", "\"amount\":\"100\"", "\"currency\":\"EUR\"", "\"dueOn\":\"" + due + "\"");
        d.desk.terms(Desk.BY, 1, d.position(1).version(), PaymentTerms.NET_7);
        assertThat(sweeper.tell(due)).as("another date").isEqualTo(1);
        assertThat(told(db)).hasSize(2);
        sweeper.stop();
    }

    private static List<String> told(TestDatabase db) {
        return db.events().stream().filter(e -> e.topic().equals("payment.overdue")).map(e -> e.payload()).toList();
    }
}
