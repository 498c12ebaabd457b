package io.amphora.order.api;

import static io.amphora.order.api.LineStatus.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderStatusTest {
    @Test
    void leastAdvancedLineDecides() {
        assertThat(OrderStatus.of(List.of(APPROVED, ASSIGNED))).isEqualTo(OrderStatus.APPROVED);
    }

    @Test
    void cancelledLinesDoNotCountWhileOthersLive() {
        assertThat(OrderStatus.of(List.of(CANCELLED, SHIPPED))).isEqualTo(OrderStatus.SHIPPED);
        assertThat(OrderStatus.of(List.of(CANCELLED, CANCELLED))).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void someLinesGoneIsPartiallyShipped() {
        assertThat(OrderStatus.of(List.of(PICKED, DELIVERED))).isEqualTo(OrderStatus.PARTIALLY_SHIPPED);
    }

    @Test
    void everyStatusIsReachableAndOnlyFinalOnesAreDeadEnds() {
        EnumSet<LineStatus> reached = EnumSet.of(DRAFT);
        for (OrderAction a : OrderAction.values()) {
            reached.add(a.to());
        }

        assertThat(reached).containsExactlyInAnyOrder(LineStatus.values());
        for (LineStatus s : LineStatus.values()) {
            assertThat(OrderAction.nextOf(s).isEmpty()).as(s.name()).isEqualTo(s.isFinal());
        }
    }
}
