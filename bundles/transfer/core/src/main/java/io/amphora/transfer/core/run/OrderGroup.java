package io.amphora.transfer.core.run;

import io.amphora.common.Problem;
import io.amphora.customer.api.Address;
import io.amphora.order.api.HistoricOrder;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderStatus;
import io.amphora.transfer.api.ImportOptions;
import io.amphora.transfer.core.csv.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The rows of one order that stand together in a file. What only the first row says (total, buyer, address) holds for all. */
final class OrderGroup {
    /** A row, and what is wrong with it. */
    record Line(Row row, OrderLine value, List<Problem> problems) {
    }

    private final String number;
    private final boolean first;
    private final List<Line> lines = new ArrayList<>();

    /** @param number null for a row that names no order; @param first whether no row before named this order */
    OrderGroup(String number, boolean first) {
        this.number = number;
        this.first = first;
    }

    void add(Line line) {
        lines.add(line);
    }

    String number() {
        return number;
    }

    boolean first() {
        return first;
    }

    int size() {
        return lines.size();
    }

    long upTo() {
        return lines.get(lines.size() - 1).row().line();
    }

    List<Row> rows() {
        return lines.stream().map(Line::row).toList();
    }

    /**
     * Parts the rows that can go in from those that cannot. An order whose total the file states goes in whole or not at all.
     *
     * @param more further problems of a row that is fine by itself
     */
    Settled settle(Function<OrderLine, List<Problem>> more) {
        return settle(more, true);
    }

    /** As an order of today: it needs no date, all of it must stand together, and it goes in whole or not at all: half an order would be sent to the customer. */
    Settled settleLive() {
        Problem apart = Problem.of("orderNumber", "transfer.scattered", "rows of order {0} do not stand together: sort the file by order", number);
        return settle(line -> first ? List.of() : List.of(apart), false);
    }

    /** As an order that is lived again: dated, and all of it together. */
    Settled settleAgain() {
        Problem apart = Problem.of("orderNumber", "transfer.scattered", "rows of order {0} do not stand together: sort the file by order", number);
        return settle(line -> first ? List.of() : List.of(apart), true);
    }

    private Settled settle(Function<OrderLine, List<Problem>> more, boolean needsDate) {
        List<Line> good = new ArrayList<>();
        Map<Row, List<Problem>> bad = new LinkedHashMap<>();
        boolean dated = !needsDate || find(OrderLine::placedAt) != null;
        String currency = find(OrderLine::currency);
        String buyer = find(l -> l.customer().key());
        boolean scattered = !first && find(OrderLine::orderTotal) != null;
        for (Line line : lines) {
            List<Problem> problems = new ArrayList<>(line.problems());
            if (problems.isEmpty()) {
                problems.addAll(more.apply(line.value()));
                if (!dated) {
                    problems.add(Problem.of("orderDate", "required", "must not be empty"));
                }
                if (line.value().currency() != null && !line.value().currency().equals(currency)) {
                    problems.add(Problem.of("currency", "transfer.currencies", "order {0} is in {1}", number, currency));
                }
                String who = line.value().customer().key();
                if (who != null && !who.equals(buyer)) {
                    problems.add(Problem.of("customerNumber", "transfer.customers", "order {0} belongs to customer {1}", number, buyer.replace("@", "")));
                }
                if (scattered) {
                    problems.add(Problem.of("orderNumber", "transfer.scattered", "rows of order {0} do not stand together: sort the file by order", number));
                }
            }
            if (problems.isEmpty()) {
                good.add(line);
            } else {
                bad.put(line.row(), problems);
            }
        }
        boolean whole = !needsDate || find(OrderLine::orderTotal) != null;
        if (!bad.isEmpty() && whole) {
            long culprit = bad.keySet().iterator().next().line();
            good.forEach(l -> bad.put(l.row(), List.of(Problem.of("", "transfer.incomplete", "waits for line {0} of the same order", culprit))));
            good.clear();
        }
        return new Settled(good, bad);
    }

    private <V> V find(Function<OrderLine, V> part) {
        return lines.stream().map(l -> part.apply(l.value())).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** The rows that go in, and the others with their problems. */
    final class Settled {
        private final List<Line> good;
        private final Map<Row, List<Problem>> bad;

        private Settled(List<Line> good, Map<Row, List<Problem>> bad) {
            this.good = good;
            this.bad = bad;
        }

        OrderGroup group() {
            return OrderGroup.this;
        }

        List<Line> good() {
            return good;
        }

        Map<Row, List<Problem>> bad() {
            return bad;
        }

        private <V> V says(Function<OrderLine, V> part) {
            V value = good.stream().map(l -> part.apply(l.value())).filter(Objects::nonNull).findFirst().orElse(null);
            return value != null ? value : find(part);
        }

        /** Whom it names: of every part the first that is there. */
        OrderLine.Buyer buyer() {
            return new OrderLine.Buyer(says(l -> l.customer().number()), says(l -> l.customer().name()), says(l -> l.customer().email()), says(l -> l.customer().phone()));
        }

        Address address(ImportOptions options) {
            String country = says(l -> l.address().country());
            return new Address(says(l -> l.address().recipient()), says(l -> l.address().street()), says(l -> l.address().city()), says(l -> l.address().region()),
                    says(l -> l.address().postalCode()), country == null ? options.country() : country);
        }

        Instant placedAt() {
            return says(OrderLine::placedAt);
        }

        /** When the goods of the last of its rows left. */
        Instant shippedAt() {
            return last(OrderLine::shippedAt);
        }

        Instant deliveredAt() {
            return last(OrderLine::deliveredAt);
        }

        /** What was received, null if the file does not say. */
        BigDecimal paid() {
            return says(OrderLine::paid);
        }

        Instant cancelledAt() {
            return says(OrderLine::cancelledAt);
        }

        private Instant last(Function<OrderLine, Instant> part) {
            return good.stream().map(l -> part.apply(l.value())).filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
        }

        LocalDate wished() {
            return says(OrderLine::wished);
        }

        String currency(ImportOptions options) {
            String currency = says(OrderLine::currency);
            return currency == null ? options.currency() : currency;
        }

        /** Taken back whole: negative quantities only, and either numbered as a cancellation or with money going back. */
        Order.Kind kind() {
            boolean back = good.stream().allMatch(l -> l.value().quantity().signum() < 0);
            BigDecimal amount = good.stream().map(l -> l.value().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
            return back && (number.startsWith("C") || amount.signum() < 0) ? Order.Kind.CREDIT : Order.Kind.SALE;
        }

        /** What the file says it all comes to, null if it does not. */
        BigDecimal total() {
            return says(OrderLine::orderTotal);
        }

        /** What the file says is due besides the lines. */
        List<HistoricOrder.Line> charges() {
            BigDecimal lines = good.stream().map(l -> l.value().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
            return Charges.of(says(OrderLine::orderTotal), lines, says(OrderLine::shipping), says(OrderLine::tax), says(OrderLine::discount));
        }

        HistoricOrder order(ImportOptions options, Long customerId, String customerName, Function<String, String> productName) {
            List<HistoricOrder.Line> all = new ArrayList<>();
            for (Line line : good) {
                OrderLine l = line.value();
                all.add(new HistoricOrder.Line(l.sku(), l.name() == null ? productName.apply(l.sku()) : l.name(), l.quantity(), l.unitPrice(), l.amount()));
            }
            all.addAll(charges());
            Address address = address(options);
            boolean cancelled = says(OrderLine::cancelledAt) != null;
            return new HistoricOrder(options.source(), number, kind(), customerId, customerName, address.country(), currency(options), address,
                    cancelled ? OrderStatus.CANCELLED : OrderStatus.COMPLETED, placedAt(), all, says(OrderLine::paid), says(OrderLine::refunded));
        }
    }
}
