package io.amphora.transfer.core.run;

import io.amphora.common.Problem;
import io.amphora.customer.api.Address;
import io.amphora.transfer.api.PastOrder;
import io.amphora.transfer.api.ReplayedOrder;
import io.amphora.transfer.api.Replays;
import io.amphora.transfer.core.csv.Row;
import io.amphora.transfer.core.run.Figures.Change;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Imports order lines as orders that live again: on the dates of the file, each as far as it had come. Dates that the file has no column for are taken as those of the next step, or of the order:
 * what it tells of is over. Each order is a transaction of its own, and (source, number) makes a second one impossible; a run that goes on leaves out what is there.
 */
final class ReplayImporter implements Importer {
    private static final int ORDERS = 50;

    private final Plan plan;
    private final Replays replays;
    private final LiveOrder words;

    ReplayImporter(Plan plan, Replays replays) {
        this.plan = plan;
        this.replays = replays;
        words = new LiveOrder(plan);
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
            List<OrderGroup> some = new ArrayList<>();
            while (groups.hasNext()) {
                OrderGroup group = groups.next();
                if (group.upTo() > ledger.doneUpTo()) {
                    some.add(group);
                }
                if (some.size() >= ORDERS) {
                    commit(some, ledger);
                    ledger.progress(sheet.position(), sheet.size(), group.upTo());
                    some.clear();
                }
            }
            commit(some, ledger);
            ledger.progress(sheet.size(), sheet.size(), 0);
        }
    }

    private void commit(List<OrderGroup> groups, Ledger ledger) {
        if (!groups.isEmpty()) {
            // lived before it is counted: what fails must not undo the count of the others
            Batch batch = live(groups, ledger.writing());
            ledger.commit(groups.get(groups.size() - 1).upTo(), () -> batch);
        }
    }

    private Batch live(List<OrderGroup> groups, boolean writing) {
        Batch batch = new Batch();
        Set<String> known = replays.living(plan.by(), plan.options().source(), groups.stream().map(OrderGroup::number).filter(n -> n != null).toList());
        List<OrderGroup.Settled> fresh = new ArrayList<>();
        for (OrderGroup group : groups) {
            OrderGroup.Settled s = group.settleAgain();
            s.bad().forEach(batch::reject);
            if (!s.good().isEmpty() && known.contains(group.number())) {
                Problem there = Problem.of("orderNumber", "transfer.order-exists", "order {0} of {1} is there already", group.number(), plan.options().source());
                s.good().forEach(line -> batch.skip(line.row(), there));
                batch.figures().effect("order", Change.UNCHANGED, 1);
            } else if (!s.good().isEmpty()) {
                fresh.add(s);
            }
        }
        List<PastOrder> orders = fresh.stream().map(this::order).toList();
        if (writing && !orders.isEmpty()) {
            List<ReplayedOrder> lived = replays.replay(plan.by(), plan.options().source(), plan.options().location(), orders);
            for (int i = 0; i < lived.size(); i++) {
                boolean waits = lived.get(i).state() == ReplayedOrder.State.WAITING;
                count(fresh.get(i), waits ? lived.get(i).problems() : List.of(), lived.get(i).state() == ReplayedOrder.State.IN_REVIEW ? "review-order" : "order", batch);
            }
        } else if (!orders.isEmpty()) {
            List<List<Problem>> problems = replays.rehearse(plan.by(), plan.options().source(), orders);
            for (int i = 0; i < problems.size(); i++) {
                count(fresh.get(i), problems.get(i), "order", batch);
            }
        }
        return batch;
    }

    /** @param problems why it does not live; then none of its rows is in */
    private void count(OrderGroup.Settled s, List<Problem> problems, String as, Batch batch) {
        if (!problems.isEmpty()) {
            Map<Row, List<Problem>> byRow = LiveOrder.byRow(s, problems);
            long culprit = byRow.keySet().iterator().next().line();
            s.good().forEach(l -> batch.reject(l.row(), byRow.getOrDefault(l.row(), List.of(Problem.of("", "transfer.incomplete", "waits for line {0} of the same order", culprit)))));
            return;
        }
        s.good().forEach(line -> {
            batch.accept(line.row());
            batch.figures().amount(s.currency(plan.options()), line.value().amount());
        });
        batch.figures().at(s.placedAt());
        batch.figures().effect(as, Change.CREATED, 1);
    }

    private PastOrder order(OrderGroup.Settled s) {
        Address to = s.address(plan.options());
        List<PastOrder.Line> lines = s.good().stream().map(l -> words.line(l.value())).map(l -> new PastOrder.Line(l.sku(), l.quantity(), l.unitPrice(), null)).toList();
        List<PastOrder.Charge> charges = s.charges().stream().filter(c -> c.sku().equals(Charges.SHIPPING) || c.sku().equals(Charges.TAX))
                .map(c -> new PastOrder.Charge(c.sku().equals(Charges.SHIPPING) ? "SHIPPING" : "OTHER", c.name(), c.amount())).toList();
        BigDecimal paid = s.paid();
        List<PastOrder.Payment> payments = paid == null || paid.signum() <= 0 ? List.of() : List.of(new PastOrder.Payment(s.placedAt(), null, paid, null));
        return new PastOrder(s.group().number(), s.buyer().number(), null, s.currency(plan.options()), to.equals(Address.EMPTY) ? null : to, s.wished(), null, lines, charges, s.total(), payments, life(s));
    }

    /** Without columns for them, shipping and delivery are not known to be outstanding. */
    private PastOrder.Life life(OrderGroup.Settled s) {
        boolean ships = plan.mapping().containsKey("shippedAt");
        boolean arrives = plan.mapping().containsKey("deliveredAt");
        Instant delivered = arrives ? s.deliveredAt() : ships ? s.shippedAt() : s.placedAt();
        Instant shipped = ships ? s.shippedAt() : arrives ? s.deliveredAt() : s.placedAt();
        return new PastOrder.Life(s.placedAt(), s.placedAt(), shipped, null, null, delivered, delivered, s.cancelledAt(), null);
    }
}
