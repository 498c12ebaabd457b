package io.amphora.document.core;

import io.amphora.document.core.BillTable.Noted;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What credit notes that people issued took back of each row of the invoices. A difference to the prices of the rows is shared among them by what they come to. */
final class ByHand {
    private static final int EXACT = 4;

    private final Map<String, BigDecimal> quantities = new HashMap<>();
    private final Map<String, BigDecimal> amounts = new HashMap<>();

    ByHand(List<Noted> notes) {
        notes.stream().collect(Collectors.groupingBy(n -> n.row().document())).values().forEach(this::add);
    }

    private void add(List<Noted> note) {
        List<Noted> rows = note.stream().filter(n -> !n.row().isDifference()).toList();
        BigDecimal goods = rows.stream().map(n -> n.row().payable()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal all = note.stream().map(n -> n.row().payable()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal given = BigDecimal.ZERO;
        BigDecimal upTo = BigDecimal.ZERO;
        for (Noted n : rows) {
            upTo = upTo.add(n.row().payable());
            BigDecimal share = goods.signum() == 0 ? BigDecimal.ZERO : all.multiply(upTo).divide(goods, EXACT, RoundingMode.HALF_UP).subtract(given);
            given = given.add(share);
            quantities.merge(key(n.invoice(), n.row()), n.row().quantity(), BigDecimal::add);
            amounts.merge(key(n.invoice(), n.row()), share, BigDecimal::add);
        }
    }

    private static String key(long invoice, BillRow r) {
        return invoice + "/" + Bills.key(r);
    }

    BigDecimal quantity(BillRow row) {
        return quantities.getOrDefault(key(row.document(), row), BigDecimal.ZERO);
    }

    BigDecimal amount(BillRow row) {
        return amounts.getOrDefault(key(row.document(), row), BigDecimal.ZERO);
    }
}
