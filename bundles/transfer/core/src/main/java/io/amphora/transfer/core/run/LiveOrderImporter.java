package io.amphora.transfer.core.run;

import io.amphora.channel.api.Inbox;
import io.amphora.channel.api.IncomingOrder;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.customer.api.Address;
import io.amphora.order.api.HistoricOrder;
import io.amphora.order.api.HistoricOrders;
import io.amphora.transfer.core.csv.Row;
import io.amphora.transfer.core.run.Figures.Change;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Imports order lines as orders of today: each order goes into the inbox of incoming orders, as one of a sales channel does, where it is validated and
 * enriched. Only rows that cannot be read stay here; what cannot become an order waits in the inbox with its reasons. The source and the order number make
 * a second order impossible, however often a file comes.
 */
final class LiveOrderImporter implements Importer {
    private static final int ORDERS = 100;
    private static final long NO_RUN = -1;

    /** An order that the inbox will keep until somebody has mended it. */
    private static final String WAITS = "waiting-order";

    private final Plan plan;
    private final Inbox inbox;
    private final HistoricOrders past;
    private final boolean priced;

    LiveOrderImporter(Plan plan, Inbox inbox, HistoricOrders past) {
        this.plan = plan;
        this.inbox = inbox;
        this.past = past;
        priced = plan.mapping().containsKey("unitPrice") || plan.mapping().containsKey("lineAmount");
    }

    @Override
    public List<Problem> problems(List<String> header, Row row) {
        Cells cells = new Cells(plan, header);
        OrderLineReader.read(cells.of(row));
        return cells.found();
    }

    @Override
    public void run(Supplier<Sheet> rows, Ledger ledger) {
        try (Sheet sheet = rows.get()) {
            OrderGroups groups = new OrderGroups(plan, sheet);
            List<OrderGroup> batch = new ArrayList<>();
            while (groups.hasNext()) {
                OrderGroup group = groups.next();
                if (group.upTo() <= ledger.doneUpTo()) {
                    continue;
                }
                batch.add(group);
                if (batch.size() >= ORDERS) {
                    commit(List.copyOf(batch), ledger);
                    ledger.progress(sheet.position(), sheet.size(), group.upTo());
                    batch.clear();
                }
            }
            commit(batch, ledger);
            ledger.progress(sheet.size(), sheet.size(), 0);
        }
    }

    private void commit(List<OrderGroup> groups, Ledger ledger) {
        if (groups.isEmpty()) {
            return;
        }
        long upTo = groups.get(groups.size() - 1).upTo();
        try {
            ledger.commit(upTo, () -> work(groups, ledger.writing()));
        } catch (AmphoraException.Invalid | AmphoraException.Refused e) {
            if (groups.size() == 1) {
                ledger.commit(upTo, () -> refused(groups.get(0), e.problems()));
            } else {
                commit(groups.subList(0, groups.size() / 2), ledger);
                commit(groups.subList(groups.size() / 2, groups.size()), ledger);
            }
        }
    }

    /** What the inbox cannot even keep. */
    private static Batch refused(OrderGroup group, List<Problem> problems) {
        Batch batch = new Batch();
        group.rows().forEach(row -> batch.reject(row, problems));
        return batch;
    }

    private Batch work(List<OrderGroup> groups, boolean writing) {
        Batch batch = new Batch();
        Set<String> known = past.existing(plan.options().source(), groups.stream().map(OrderGroup::number).filter(n -> n != null).toList(), NO_RUN);
        for (OrderGroup group : groups) {
            OrderGroup.Settled settled = group.settleLive();
            settled.bad().forEach(batch::reject);
            if (!settled.good().isEmpty()) {
                take(settled, known.contains(group.number()), batch, writing);
            }
        }
        return batch;
    }

    private void take(OrderGroup.Settled s, boolean known, Batch batch, boolean writing) {
        if (known || writing && inbox.receive(plan.by(), plan.options().source(), List.of(order(s))) == 0) {
            Problem reason = Problem.of("orderNumber", "transfer.order-exists", "order {0} of {1} is there already", s.group().number(), plan.options().source());
            s.good().forEach(line -> batch.skip(line.row(), reason));
            batch.figures().effect("order", Change.UNCHANGED, 1);
            return;
        }
        s.good().forEach(line -> {
            batch.accept(line.row());
            batch.figures().amount(s.currency(plan.options()), line.value().amount());
        });
        s.charges().stream().filter(c -> !c.sku().equals(Charges.ADJUSTMENT)).forEach(c -> batch.figures().amount(s.currency(plan.options()), c.amount()));
        batch.figures().effect(addsUp(s) ? "order" : WAITS, Change.CREATED, 1);
    }

    /** The inbox keeps back what does not come to its stated total. */
    private static boolean addsUp(OrderGroup.Settled s) {
        return s.charges().stream().noneMatch(c -> c.sku().equals(Charges.ADJUSTMENT));
    }

    private IncomingOrder order(OrderGroup.Settled s) {
        OrderLine.Buyer buyer = s.buyer();
        Address to = s.address(plan.options());
        return new IncomingOrder(s.group().number(), buyer.number(), buyer.name() == null ? to.recipient() : buyer.name(), buyer.email(), buyer.phone(), to.street(), to.city(), to.region(),
                to.postalCode(), to.country(), s.currency(plan.options()), null, null, s.good().stream().map(l -> line(l.value())).toList(),
                s.wished() == null ? null : s.wished().toString(), money(s));
    }

    /**
     * What the file says is due besides the lines. Its total holds: if it cannot be explained, the order waits in the inbox. Where the lines add up to it, taxes are in their prices; a
     * tax on top is known as an amount only, and so is a charge.
     */
    private static IncomingOrder.Money money(OrderGroup.Settled s) {
        BigDecimal total = s.total();
        if (total == null) {
            return IncomingOrder.Money.NONE;
        }
        List<IncomingOrder.Charge> charges = new ArrayList<>();
        BigDecimal discount = null;
        for (HistoricOrder.Line part : s.charges()) {
            switch (part.sku()) {
                case Charges.SHIPPING -> charges.add(new IncomingOrder.Charge("SHIPPING", null, part.amount(), null));
                case Charges.TAX -> charges.add(new IncomingOrder.Charge("OTHER", part.name(), part.amount(), null));
                case Charges.DISCOUNT -> discount = part.amount().negate();
                default -> {
                    // what nothing explains is for people to see
                }
            }
        }
        return new IncomingOrder.Money(null, discount, charges, true, total);
    }

    /** What is owed for the line decides, as a discount is in it; without prices in the file it is the list price of the day. */
    private IncomingOrder.Line line(OrderLine l) {
        if (!priced || l.quantity().signum() == 0) {
            return new IncomingOrder.Line(l.sku(), l.quantity(), null);
        }
        boolean exact = l.unitPrice().multiply(l.quantity()).compareTo(l.amount()) == 0;
        BigDecimal each = exact ? l.unitPrice() : l.amount().divide(l.quantity(), 4, RoundingMode.HALF_UP);
        return new IncomingOrder.Line(l.sku(), l.quantity(), each.stripTrailingZeros().scale() < 0 ? each.setScale(0, RoundingMode.UNNECESSARY) : each.stripTrailingZeros());
    }
}
