package io.amphora.transfer.core.run;

import io.amphora.channel.api.Inbox;
import io.amphora.channel.api.InboxRehearsal;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.order.api.HistoricOrders;
import io.amphora.transfer.core.csv.Row;
import io.amphora.transfer.core.run.Figures.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Imports order lines as orders of today: each order goes into the inbox of incoming orders, as one of a sales channel does, where it is validated and
 * enriched. Only rows that cannot be read stay here; what cannot become an order waits in the inbox with its reasons,
 * and a dry run asks the inbox beforehand. The source and the order number make
 * a second order impossible, however often a file comes.
 */
final class LiveOrderImporter implements Importer {
    private static final int ORDERS = 100;
    private static final long NO_RUN = -1;

    private static final String ORDER = "order";
    /** An order that the inbox keeps until somebody has mended it. */
    private static final String WAITS = "waiting-order";

    private final Plan plan;
    private final Inbox inbox;
    private final HistoricOrders past;
    private final LiveOrder orders;
    private InboxRehearsal rehearsal;

    LiveOrderImporter(Plan plan, Inbox inbox, HistoricOrders past) {
        this.plan = plan;
        this.inbox = inbox;
        this.past = past;
        orders = new LiveOrder(plan);
    }

    @Override
    public List<Problem> problems(List<String> header, Row row) {
        Cells cells = new Cells(plan, header);
        OrderLineReader.read(cells.of(row));
        return cells.found();
    }

    @Override
    public void run(Supplier<Sheet> rows, Ledger ledger) {
        rehearsal = ledger.writing() ? null : inbox.rehearse(plan.by(), plan.options().source());
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
        if (!ledger.writing()) {
            // not again if the database asks for it: stock counts down
            Batch batch = rehearsed(groups);
            ledger.commit(upTo, () -> batch);
            return;
        }
        Map<String, OrderGroup.Settled> received = new LinkedHashMap<>();
        try {
            ledger.commit(upTo, () -> receive(groups, received));
        } catch (AmphoraException.Invalid | AmphoraException.Refused e) {
            if (groups.size() == 1) {
                ledger.commit(upTo, () -> unfit(groups.get(0).settleLive(), e.problems()));
            } else {
                commit(groups.subList(0, groups.size() / 2), ledger);
                commit(groups.subList(groups.size() / 2, groups.size()), ledger);
            }
            return;
        }
        if (!received.isEmpty()) {
            List<Inbox.Entry> entries = inbox.settled(plan.by(), plan.options().source(), received.keySet());
            ledger.commit(upTo, () -> became(entries, received));
        }
    }

    /** What the inbox cannot even keep. */
    private static Batch unfit(OrderGroup.Settled s, List<Problem> problems) {
        Batch batch = new Batch();
        s.bad().forEach(batch::reject);
        s.good().forEach(line -> batch.reject(line.row(), problems));
        return batch;
    }

    private Batch rehearsed(List<OrderGroup> groups) {
        Batch batch = new Batch();
        Set<String> known = known(groups);
        for (OrderGroup group : groups) {
            OrderGroup.Settled s = group.settleLive();
            try {
                InboxRehearsal.Foreseen foreseen = s.good().isEmpty() || known.contains(group.number()) ? null : rehearsal.of(orders.of(s));
                s.bad().forEach(batch::reject);
                if (foreseen != null && !foreseen.known()) {
                    take(s, batch, foreseen.ordered() ? ORDER : WAITS);
                    LiveOrder.byRow(s, foreseen.problems()).forEach(batch::waits);
                } else if (!s.good().isEmpty()) {
                    skip(s, batch);
                }
            } catch (AmphoraException.Invalid e) {
                batch.add(unfit(s, e.problems()));
            }
        }
        return batch;
    }

    /** @param received told of those that are new in the inbox: what becomes of them is not known yet */
    private Batch receive(List<OrderGroup> groups, Map<String, OrderGroup.Settled> received) {
        Batch batch = new Batch();
        received.clear();
        Set<String> known = known(groups);
        for (OrderGroup group : groups) {
            OrderGroup.Settled s = group.settleLive();
            s.bad().forEach(batch::reject);
            if (s.good().isEmpty()) {
                continue;
            }
            if (known.contains(group.number()) || inbox.receive(plan.by(), plan.options().source(), List.of(orders.of(s))) == 0) {
                skip(s, batch);
            } else {
                received.put(group.number(), s);
                take(s, batch, WAITS);
            }
        }
        return batch;
    }

    /** What became of them; those that the inbox has not tried yet wait. */
    private static Batch became(List<Inbox.Entry> entries, Map<String, OrderGroup.Settled> received) {
        Batch batch = new Batch();
        for (Inbox.Entry entry : entries) {
            if (entry.state() == Inbox.State.ORDERED) {
                batch.figures().effect(WAITS, Change.CREATED, -1);
                batch.figures().effect(ORDER, Change.CREATED, 1);
            } else {
                LiveOrder.byRow(received.get(entry.order().externalId()), entry.problems()).forEach(batch::waits);
            }
        }
        return batch;
    }

    private Set<String> known(List<OrderGroup> groups) {
        return past.existing(plan.options().source(), groups.stream().map(OrderGroup::number).filter(n -> n != null).toList(), NO_RUN);
    }

    private void skip(OrderGroup.Settled s, Batch batch) {
        Problem reason = Problem.of("orderNumber", "transfer.order-exists", "order {0} of {1} is there already", s.group().number(), plan.options().source());
        s.good().forEach(line -> batch.skip(line.row(), reason));
        batch.figures().effect(ORDER, Change.UNCHANGED, 1);
    }

    private void take(OrderGroup.Settled s, Batch batch, String as) {
        s.good().forEach(line -> {
            batch.accept(line.row());
            batch.figures().amount(s.currency(plan.options()), line.value().amount());
        });
        s.charges().stream().filter(c -> !c.sku().equals(Charges.ADJUSTMENT)).forEach(c -> batch.figures().amount(s.currency(plan.options()), c.amount()));
        batch.figures().effect(as, Change.CREATED, 1);
    }
}
