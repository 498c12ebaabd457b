package io.amphora.document.core;

import io.amphora.order.api.ChargeType;
import io.amphora.platform.api.Sql;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rows of bills in the database. */
final class BillTable {
    private static final String COLUMNS = "document_id, row_no, line_id, line_position, charge_type, sku, row_name, quantity, unit, currency, unit_price, amount, discount, discount_percent, "
            + "header_share, tax_rate, tax, payable, tax_included, credited";
    private static final int COLUMN_COUNT = COLUMNS.split(",").length;
    private static final String INSERT = "insert into document_bill_row (" + COLUMNS + ", order_id, once_key, invoice_id) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";

    private BillTable() {
    }

    /** Of all invoices of an order. */
    static List<BillRow> invoiced(EntityManager em, long orderId) {
        return Sql.of("select " + COLUMNS + " from document_bill_row b where b.order_id = ? and b.invoice_id is null order by b.document_id, b.row_no", orderId).rows(em).stream().map(BillTable::row).toList();
    }

    /** What credit notes of an order have taken back: id of the invoice, amount. */
    static List<Object[]> credited(EntityManager em, long orderId) {
        return Sql.of("select b.invoice_id, sum(b.payable) from document_bill_row b where b.order_id = ? and b.invoice_id is not null group by b.invoice_id", orderId).rows(em);
    }

    /** Pieces that credit notes of this issuer have taken back, by {@code invoice/line}. */
    static Map<String, BigDecimal> creditedBy(EntityManager em, long orderId, String issuer) {
        return Sql.of("select b.invoice_id, b.line_id, sum(b.quantity) from document_bill_row b join document_issued d on d.id = b.document_id where b.order_id = ? and b.invoice_id is not null"
                + " and b.line_id is not null and d.issued_by = ? group by b.invoice_id, b.line_id", orderId, issuer).rows(em).stream().collect(Collectors.toMap(c -> c[0] + "/" + c[1], c -> (BigDecimal) c[2]));
    }

    /** Rows of credit notes that people issued: invoice, credit note, and the row. */
    static List<Noted> byHand(EntityManager em, long orderId) {
        return Sql.of("select " + COLUMNS + ", b.invoice_id from document_bill_row b join document_issued d on d.id = b.document_id where b.order_id = ? and b.invoice_id is not null"
                + " and d.issued_by not like 'system:%'", orderId).rows(em).stream().map(c -> new Noted(((Number) c[COLUMN_COUNT]).longValue(), row(c))).toList();
    }

    /** @param row of a credit note */
    record Noted(long invoice, BillRow row) {
    }

    private static BillRow row(Object[] c) {
        return new BillRow(((Number) c[0]).longValue(), ((Number) c[1]).intValue(), c[2] == null ? null : ((Number) c[2]).longValue(), ((Number) c[3]).intValue(),
                c[4] == null ? null : ChargeType.valueOf((String) c[4]), (String) c[5], (String) c[6], number(c[7]), (String) c[8], (String) c[9], number(c[10]), number(c[11]), number(c[12]),
                number(c[13]), number(c[14]), number(c[15]), number(c[16]), number(c[17]), (Boolean) c[18], number(c[19]));
    }

    private static BigDecimal number(Object value) {
        return BillRow.plain((BigDecimal) value);
    }

    /** @throws RuntimeException caused by a duplicate if a line is invoiced already; {@link DocumentStore.Taken} if somebody credits the same just now */
    static void write(EntityManager em, long document, long orderId, Bill bill) {
        List<Object[]> rows = bill.rows().stream().map(r -> new Object[] {document, r.row(), r.lineId(), r.position(), r.charge() == null ? null : r.charge().name(), r.sku(), r.name(), r.quantity(),
            r.unit(), r.currency(), r.unitPrice(), r.amount(), r.discount(), r.discountPercent(), r.share(), r.taxRate(), r.tax(), r.payable(), r.included(), BigDecimal.ZERO, orderId,
            bill.invoiceId() != null ? "N" + document + "-" + r.row() : r.lineId() == null ? "C" + r.row() : "L" + r.lineId(), bill.invoiceId()}).toList();
        Sql.batch(em, INSERT, rows);
    }

    /** @param before as the rows of the invoice were when the credit was computed */
    static void credit(EntityManager em, BillRow before, BigDecimal quantity) {
        int done = Sql.of("update document_bill_row set credited = ? where document_id = ? and row_no = ? and credited = ?", before.credited().add(quantity), before.document(), before.row(),
                before.credited()).update(em);
        if (done != 1) {
            throw new DocumentStore.Taken();
        }
    }
}
