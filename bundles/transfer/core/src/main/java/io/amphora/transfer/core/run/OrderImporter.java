package io.amphora.transfer.core.run;

import io.amphora.catalog.api.Products;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.customer.api.Customers;
import io.amphora.order.api.HistoricOrder;
import io.amphora.order.api.HistoricOrders;
import io.amphora.order.api.Order;
import io.amphora.transfer.api.ImportOptions;
import io.amphora.transfer.core.csv.Row;
import io.amphora.transfer.core.run.Figures.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Imports order lines as historic orders. First goes through all rows to learn of the products and customers (a product gets its most frequent name);
 * a dry run ends there. Then makes those that are missing, and then the orders.
 */
final class OrderImporter implements Importer {
    private static final int ROWS = 4_000;
    private static final int ORDERS = 400;
    private static final long NO_RUN = -1;

    private final Plan plan;
    private final HistoricOrders orders;
    private final Products products;
    private final Customers customers;

    OrderImporter(Plan plan, HistoricOrders orders, Products products, Customers customers) {
        this.plan = plan;
        this.orders = orders;
        this.products = products;
        this.customers = customers;
    }

    @Override
    public void run(Supplier<Sheet> rows, Ledger ledger) {
        Newcomers newcomers = new Newcomers();
        if (!ledger.writing()) {
            pass(rows, ledger, newcomers, true, 0, 1);
            new NewcomerWriter(plan, products, customers, newcomers, ledger).write();
            return;
        }
        pass(rows, new Rehearsal(ledger), newcomers, true, 0, 2);
        new NewcomerWriter(plan, products, customers, newcomers, ledger).write();
        pass(rows, ledger, newcomers, false, 1, 2);
    }

    @Override
    public List<Problem> problems(List<String> header, Row row) {
        Cells cells = new Cells(plan, header);
        OrderLineReader.read(cells.of(row));
        return cells.found();
    }

    /** @param nth this pass of {@code passes}, for the progress */
    private void pass(Supplier<Sheet> rows, Ledger ledger, Newcomers newcomers, boolean learn, int nth, int passes) {
        try (Sheet sheet = rows.get()) {
            OrderGroups groups = new OrderGroups(plan, sheet);
            List<OrderGroup> batch = new ArrayList<>();
            int size = 0;
            while (groups.hasNext()) {
                OrderGroup group = groups.next();
                if (group.upTo() <= ledger.doneUpTo()) {
                    continue;
                }
                batch.add(group);
                size += group.size();
                if (size >= ROWS || batch.size() >= ORDERS) {
                    commit(List.copyOf(batch), ledger, newcomers, learn);
                    ledger.progress(nth * sheet.size() + sheet.position(), passes * sheet.size(), group.upTo());
                    batch.clear();
                    size = 0;
                }
            }
            commit(batch, ledger, newcomers, learn);
            ledger.progress((nth + 1) * sheet.size(), passes * sheet.size(), 0);
        }
    }

    private void commit(List<OrderGroup> groups, Ledger ledger, Newcomers newcomers, boolean learn) {
        if (groups.isEmpty()) {
            return;
        }
        long upTo = groups.get(groups.size() - 1).upTo();
        try {
            ledger.commit(upTo, () -> work(groups, ledger, newcomers, learn));
        } catch (AmphoraException.Invalid | AmphoraException.Refused e) {
            if (groups.size() == 1) {
                List<Problem> problems = e.problems().stream().map(RecordImporter::withoutIndex).toList();
                ledger.commit(upTo, () -> refused(groups.get(0), problems));
            } else {
                commit(groups.subList(0, groups.size() / 2), ledger, newcomers, learn);
                commit(groups.subList(groups.size() / 2, groups.size()), ledger, newcomers, learn);
            }
        }
    }

    private static Batch refused(OrderGroup group, List<Problem> problems) {
        Batch batch = new Batch();
        group.rows().forEach(row -> batch.reject(row, problems));
        return batch;
    }

    private Batch work(List<OrderGroup> groups, Ledger ledger, Newcomers newcomers, boolean learn) {
        Batch batch = new Batch();
        Map<OrderGroup, OrderGroup.Settled> settled = new LinkedHashMap<>();
        Set<String> numbers = new HashSet<>();
        for (OrderGroup group : groups) {
            OrderGroup.Settled s = group.settle(newcomers::problems);
            s.bad().forEach(batch::reject);
            if (!s.good().isEmpty()) {
                settled.put(group, s);
                numbers.add(group.number());
            }
        }
        Set<String> known = new HashSet<>(orders.existing(plan.options().source(), numbers, plan.run()));
        Set<String> own = ledger.again() ? orders.existing(plan.options().source(), numbers, NO_RUN) : Set.of();
        if (ledger.writing()) {
            known.addAll(save(settled.values(), known, newcomers));
        }
        for (OrderGroup.Settled s : settled.values()) {
            if (known.contains(s.group().number())) {
                skip(s, batch);
            } else {
                count(s, batch, s.group().first() && !own.contains(s.group().number()));
                if (learn) {
                    newcomers.see(s, plan.options());
                }
            }
        }
        return batch;
    }

    private Set<String> save(Iterable<OrderGroup.Settled> settled, Set<String> known, Newcomers newcomers) {
        Map<String, HistoricOrder> all = new HashMap<>();
        List<HistoricOrder> inOrder = new ArrayList<>();
        for (OrderGroup.Settled s : settled) {
            if (!known.contains(s.group().number())) {
                OrderLine.Buyer buyer = s.buyer();
                HistoricOrder order = s.order(plan.options(), newcomers.customerId(buyer.key()), newcomers.customerName(buyer), newcomers::productName);
                if (all.putIfAbsent(order.number(), order) == null) {
                    inOrder.add(order);
                } else {
                    inOrder.set(inOrder.indexOf(all.get(order.number())), joined(all, order));
                }
            }
        }
        return inOrder.isEmpty() ? Set.of() : orders.save(plan.by(), plan.run(), inOrder);
    }

    /** Two parts of one order in the same batch. */
    private static HistoricOrder joined(Map<String, HistoricOrder> all, HistoricOrder more) {
        HistoricOrder o = all.get(more.number());
        List<HistoricOrder.Line> lines = new ArrayList<>(o.lines());
        lines.addAll(more.lines());
        HistoricOrder whole = new HistoricOrder(o.source(), o.number(), o.kind(), o.customerId(), o.customerName(), o.country(), o.currency(), o.shipTo(), o.status(), o.placedAt(), lines, o.paid(),
                o.refunded());
        all.put(o.number(), whole);
        return whole;
    }

    private void skip(OrderGroup.Settled s, Batch batch) {
        Problem reason = Problem.of("orderNumber", "transfer.order-exists", "order {0} of {1} is there already", s.group().number(), plan.options().source());
        s.good().forEach(line -> batch.skip(line.row(), reason));
        if (s.group().first()) {
            batch.figures().effect(s.kind() == Order.Kind.CREDIT ? "credit" : "order", Change.UNCHANGED, 1);
        }
    }

    private void count(OrderGroup.Settled s, Batch batch, boolean isNew) {
        ImportOptions options = plan.options();
        s.good().forEach(line -> {
            Row row = line.row();
            batch.accept(row);
            batch.figures().amount(s.currency(options), line.value().amount());
        });
        s.charges().forEach(c -> batch.figures().amount(s.currency(options), c.amount()));
        batch.figures().at(s.placedAt());
        if (isNew) {
            batch.figures().effect(s.kind() == Order.Kind.CREDIT ? "credit" : "order", Change.CREATED, 1);
        }
    }

    /** The first pass of a run: counts nothing and keeps nothing. */
    private record Rehearsal(Ledger ledger) implements Ledger {
        @Override
        public boolean writing() {
            return false;
        }

        @Override
        public boolean again() {
            return ledger.again();
        }

        @Override
        public Figures figures() {
            return new Figures();
        }

        @Override
        public long doneUpTo() {
            return 0;
        }

        @Override
        public Batch commit(long upTo, Supplier<Batch> work) {
            return work.get();
        }

        @Override
        public void progress(long done, long total, long line) {
            ledger.progress(done, total, line);
        }
    }
}
