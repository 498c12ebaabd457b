package io.amphora.order.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.assignment.api.Decision;
import io.amphora.common.Problem;
import io.amphora.order.api.Order;
import io.amphora.order.api.TimelineEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimelineNotesTest {
    private static String said(TimelineNotes notes, String what, String note) {
        return notes.of(new TimelineEntry(1, 1, Instant.EPOCH, "system:payment", what, null, null, null, note), List.of());
    }

    @Test
    void amountsAreWrittenAsTheReaderWritesThem() {
        assertThat(said(TimelineNotes.PLAIN, "payment-credited", "15.00 EUR, return R2026-00002")).isEqualTo("€15.00 · return R2026-00002");
        assertThat(said(TimelineNotes.PLAIN, "payment-paid", "1234.5 EUR")).isEqualTo("€1,234.50");
        assertThat(said(TimelineNotes.PLAIN, "payment-failed", "card refused")).isEqualTo("card refused");
        assertThat(said(TimelineNotes.PLAIN, "comment", "15.00 EUR, please")).as("what people wrote stays").isEqualTo("15.00 EUR, please");
        assertThat(said(TimelineNotes.PLAIN, "placed", null)).isNull();
    }

    @Test
    void reasonsOfHoldsOfTheReviewAreItsFindings() {
        Order.Finding finding = new Order.Finding(1, Problem.of("", "x.y", "the price {0} is low", "9"), null, null);
        assertThat(TimelineNotes.hold("mia", "the price 9 is low", List.of(finding))).isEqualTo("the price 9 is low");
        assertThat(TimelineNotes.hold("mia", "To be paid in advance", List.of())).as("what people wrote stays").isEqualTo("To be paid in advance");
        assertThat(TimelineNotes.hold("system:payment", null, List.of())).isNull();
    }

    @Test
    void mailsKeepTheirSubject() {
        assertThat(said(TimelineNotes.PLAIN, "message-sent", "Your order A-1 is on its way → a@example.com")).isEqualTo("Your order A-1 is on its way → a@example.com");
        assertThat(said(TimelineNotes.PLAIN, "message-sent", "order.assigned A-1 → http://erp")).isEqualTo("order.assigned A-1 → http://erp");
    }

    @Test
    void rulesGoByTheTitleTheyHaveNow() {
        Decision d = new Decision(1, 1, Instant.EPOCH, "system:assignment", "region", "By region and load", "b", "1", 1L, null, "MAIN has everything", List.of(), List.of(), null);
        assertThat(said(new TimelineNotes(List.of(d), Map.of("region", "按地区与负荷")), "assigned", "By region and load: MAIN has everything")).isEqualTo("按地区与负荷: MAIN has everything");
    }
}
