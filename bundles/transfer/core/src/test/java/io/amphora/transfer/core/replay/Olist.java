package io.amphora.transfer.core.replay;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.amphora.customer.api.Address;
import io.amphora.transfer.api.PastOrder;
import io.amphora.transfer.core.SampleData;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The orders of a Brazilian market place, as its files say. */
final class Olist {
    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    final List<PastOrder> orders = new ArrayList<>();
    final Map<String, NamedCsvRecord> customers;
    final List<NamedCsvRecord> items;
    final List<NamedCsvRecord> payments;
    final List<NamedCsvRecord> rows;

    Olist() throws IOException {
        rows = read("orders");
        items = read("order_items");
        payments = read("order_payments");
        customers = read("customers").stream().collect(Collectors.toMap(r -> r.getField("customer_id"), r -> r));
        Map<String, List<NamedCsvRecord>> itemsOf = items.stream().collect(Collectors.groupingBy(r -> r.getField("order_id")));
        Map<String, List<NamedCsvRecord>> paymentsOf = payments.stream().collect(Collectors.groupingBy(r -> r.getField("order_id")));
        rows.forEach(r -> orders.add(order(r, itemsOf.getOrDefault(r.getField("order_id"), List.of()), paymentsOf.getOrDefault(r.getField("order_id"), List.of()))));
    }

    private static List<NamedCsvRecord> read(String file) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(SampleData.file("sales/olist-sample-4000/olist_" + file + "_dataset.csv"))) {
            return csv.stream().toList();
        }
    }

    private PastOrder order(NamedCsvRecord o, List<NamedCsvRecord> itemRows, List<NamedCsvRecord> paymentRows) {
        NamedCsvRecord c = customers.get(o.getField("customer_id"));
        BigDecimal freight = itemRows.stream().map(i -> new BigDecimal(i.getField("freight_value"))).reduce(BigDecimal.ZERO, BigDecimal::add);
        Instant paid = at(o, "order_approved_at");
        return new PastOrder(o.getField("order_id"), c.getField("customer_id"), null, "BRL",
                new Address(null, null, c.getField("customer_city"), c.getField("customer_state"), c.getField("customer_zip_code_prefix"), "Brazil"),
                LocalDate.parse(o.getField("order_estimated_delivery_date").substring(0, 10)), null,
                itemRows.stream().map(i -> new PastOrder.Line(i.getField("product_id"), BigDecimal.ONE, new BigDecimal(i.getField("price")), null)).toList(),
                freight.signum() == 0 ? List.of() : List.of(new PastOrder.Charge("SHIPPING", null, freight)), null,
                paymentRows.stream().map(p -> new PastOrder.Payment(paid, null, new BigDecimal(p.getField("payment_value")), p.getField("payment_type"))).toList(), life(o, paid));
    }

    /** Delivered is the end of it there; it says nothing of when an order was cancelled: the last that is known of it. */
    private static PastOrder.Life life(NamedCsvRecord o, Instant approved) {
        Instant placed = at(o, "order_purchase_timestamp");
        boolean cancelled = o.getField("order_status").equals("canceled");
        Instant delivered = o.getField("order_status").equals("delivered") ? at(o, "order_delivered_customer_date") : null;
        return new PastOrder.Life(placed, approved, at(o, "order_delivered_carrier_date"), null, null, delivered, delivered, !cancelled ? null : approved == null ? placed : approved,
                cancelled ? "canceled" : null);
    }

    private static Instant at(NamedCsvRecord row, String column) {
        String text = row.getField(column);
        return text.isEmpty() ? null : LocalDateTime.parse(text.replace(' ', 'T')).atZone(ZONE).toInstant();
    }
}
