package io.amphora.notification.core.text;

import java.util.HashMap;
import java.util.Map;

/** A sample order, for previews. One value has what must be escaped. */
final class SampleFacts {
    private SampleFacts() {
    }

    static Map<String, String> in(String language) {
        boolean chinese = language.equals("zh");
        Map<String, String> facts = new HashMap<>(Map.of("recipient.name", chinese ? "李梅" : "Mary Lee", "installation.name", "Amphora", "order.number", "SO-1001",
                "order.date", chinese ? "2026年3月2日" : "Mar 2, 2026", "order.total", "€59.40", "order.reference", "PO 4711", "customer.name", chinese ? "李梅商行 & <合伙人>" : "Lee & Sons <Ltd>",
                "order.status", chinese ? "已发货" : "shipped", "order.channel", "console", "by", "ada"));
        String lines = chinese ? "2 × 钢笔 (PEN-1)  €19.40\n10 × 笔记本 (BOOK-A5)  €40.00" : "2 × Fountain pen (PEN-1)  €19.40\n10 × Notebook (BOOK-A5)  €40.00";
        facts.put("order.lines", lines);
        facts.put("shipment.lines", lines);
        facts.put("cancelled.lines", lines);
        facts.put("ship.to", chinese ? "李梅, 南京路 1 号, 上海" : "Mary Lee, 1 High Street, London");
        facts.put("order.assignee", chinese ? "王芳" : "Wendy");
        facts.put("order.link", "https://orders.example.com/console/order/1001");
        String track = "https://orders.example.com/track/3kFq";
        facts.put(Placeholders.TRACKING_LINK, track);
        facts.put(Placeholders.TRACKING, TemplateText.tracking(track, chinese));
        facts.put("reason", chinese ? "客户要求" : "asked for by the customer");
        facts.put("quotation.number", "Q-1001");
        facts.put("quotation.valid-until", chinese ? "2026年3月31日" : "Mar 31, 2026");
        facts.put("document.number", "INV-2026-00017");
        facts.put("payment.amount", "€59.40");
        facts.put("payment.due", chinese ? "2026年3月16日" : "Mar 16, 2026");
        facts.putAll(Map.of("inbox.channel", "webshop", "inbox.number", "W-4711", "inbox.problems", "2", "inbox.link", "https://orders.example.com/console/inbox?view=FAILED"));
        facts.put("return.number", "R2026-00017");
        facts.put("return.credit", "€19.40");
        facts.put("approval.rule", chinese ? "大额订单" : "Large orders");
        facts.put("comment", chinese ? "@mia 请确认交货日期" : "@mia please confirm the date");
        facts.put("shipment.number", "S-100017");
        facts.put("shipment.carrier", "DHL");
        facts.put("shipment.tracking", "00340434161094042557");
        facts.putAll(Map.of("stock.sku", "PEN-1", "stock.location", chinese ? "主仓库" : "Main warehouse", "stock.available", "3", "stock.on-hand", "8", "stock.safety", "5",
                "stock.link", "https://orders.example.com/console/stock"));
        return facts;
    }
}
