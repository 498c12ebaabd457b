package io.amphora.order.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.common.Actor;
import io.amphora.common.Money;
import io.amphora.customer.api.Address;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderStatus;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PossibleTest {
    /** Mia changed the order. */
    private final OrderQueries queries = (OrderQueries) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {OrderQueries.class},
            (proxy, method, args) -> method.getName().equals("hadHand") && ((Actor) args[0]).name().equals("mia"));

    private static Order order(OrderStatus status, LineStatus line) {
        Money ten = Money.of("10", "EUR");
        Order.Line only = new Order.Line(1, 1, "SKU", "Tea", BigDecimal.ONE, "pcs", ten, ten, line, null);
        return new Order(7, "A-7", Order.Kind.SALE, "rest", null, 1L, "Ann", null, status, ten, Address.EMPTY, null, null, Instant.EPOCH, status == OrderStatus.DRAFT ? null : Instant.EPOCH, "sam", null, null, false, List.of(only), List.of(),
                List.of(), 1);
    }

    private Set<String> of(String who, OrderStatus status, LineStatus line) {
        return Possible.of(new Actor(who, who, Set.of("*")), queries, order(status, line));
    }

    @Test
    void whoEnteredOrChangedItDoesNotLetItPass() {
        assertThat(of("sam", OrderStatus.IN_REVIEW, LineStatus.IN_REVIEW)).contains("REJECT", "CANCEL").doesNotContain("APPROVE", "CLOSE_SHORT");
        assertThat(of("mia", OrderStatus.IN_REVIEW, LineStatus.IN_REVIEW)).doesNotContain("APPROVE");
        assertThat(of("finn", OrderStatus.IN_REVIEW, LineStatus.IN_REVIEW)).contains("APPROVE");
    }

    @Test
    void namesWhatIsDoneToTheWholeOrder() {
        assertThat(of("sam", OrderStatus.ASSIGNED, LineStatus.ASSIGNED)).contains("PICK", "CLOSE_SHORT").doesNotContain("REOPEN");
        assertThat(of("sam", OrderStatus.COMPLETED, LineStatus.COMPLETED)).containsExactly("REOPEN");
        assertThat(of("sam", OrderStatus.CANCELLED, LineStatus.CANCELLED)).containsExactly("REOPEN");
        assertThat(of("sam", OrderStatus.DRAFT, LineStatus.DRAFT)).contains("SUBMIT").doesNotContain("CLOSE_SHORT");
    }

    @Test
    void whatTheCallerMayNotDoIsNotPossible() {
        Actor picker = new Actor("wim", "Wim", Set.of(OrderQueries.READ, "order.fulfil"));

        assertThat(Possible.of(picker, queries, order(OrderStatus.ASSIGNED, LineStatus.ASSIGNED))).containsExactly("PICK");
        assertThat(Possible.of(picker, queries, order(OrderStatus.COMPLETED, LineStatus.COMPLETED))).isEmpty();
    }
}
