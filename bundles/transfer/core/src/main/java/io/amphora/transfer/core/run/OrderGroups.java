package io.amphora.transfer.core.run;

import io.amphora.transfer.core.csv.Row;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;

/** The rows of a sales file, put together by order number where they stand together. */
final class OrderGroups implements Iterator<OrderGroup> {
    /** An order of more rows comes in parts: a wrong column must not fill the memory. */
    private static final int LARGEST = 5_000;

    private final Sheet sheet;
    private final Cells cells;
    private final Set<String> seen = new HashSet<>();
    private OrderGroup.Line pending;

    OrderGroups(Plan plan, Sheet sheet) {
        this.sheet = sheet;
        cells = new Cells(plan, sheet.header());
        pending = read();
    }

    @Override
    public boolean hasNext() {
        return pending != null;
    }

    @Override
    public OrderGroup next() {
        if (pending == null) {
            throw new NoSuchElementException();
        }
        String number = pending.value().order();
        OrderGroup group = new OrderGroup(number, number == null || seen.add(number));
        do {
            group.add(pending);
            pending = read();
        } while (pending != null && number != null && number.equals(pending.value().order()) && group.size() < LARGEST);
        return group;
    }

    private OrderGroup.Line read() {
        if (!sheet.hasNext()) {
            return null;
        }
        Row row = sheet.next();
        OrderLine line = OrderLineReader.read(cells.of(row));
        return new OrderGroup.Line(row, line, cells.found());
    }
}
