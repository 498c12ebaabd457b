package io.amphora.notification.core.text;

import io.amphora.notification.api.Message;
import io.amphora.notification.api.Occasion;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What one message says for many, and the page that lists what they are about. */
public final class DigestText {
    private static final int SHOWN = 50;
    private static final int SUBJECT = 200;
    private static final int TEXT = 16_000;

    private DigestText() {
    }

    /** "12 holds set". */
    public static String subject(Occasion occasion, String language, int count) {
        return TemplateText.line(text(language, occasion.id() + ".digest", count), SUBJECT);
    }

    /** A row for each, the newest first. */
    public static String body(List<Message> all, String language, String link) {
        int left = all.size() - SHOWN;
        String rows = all.stream().sorted((a, b) -> Long.compare(b.id(), a.id())).limit(SHOWN).map(m -> "• " + m.subject()).collect(Collectors.joining("\n"));
        return TemplateText.body(rows + (left > 0 ? "\n" + text(language, "digest.more", left) : "") + "\n\n" + link, TEXT);
    }

    private static String text(String language, String key, int count) {
        return TemplateText.fill(DefaultTemplates.text(language, key), Map.of("count", String.valueOf(count)));
    }

    /** Below {@code /console/}. */
    public static String page(Occasion occasion) {
        return switch (occasion) {
            case ORDER_RECEIVED -> "orders?view=review";
            case ORDER_ASSIGNED -> "orders?view=pick";
            case ORDER_HELD -> "orders?view=held";
            case QUOTATION_SENT -> "quotations";
            case GOODS_TO_PUT_BACK -> "pick";
            case PAYMENT_RECEIVED -> "payments";
            case PAYMENT_OVERDUE -> "payments?view=OVERDUE";
            case RETURN_REQUESTED, RETURN_APPROVED, RETURN_REJECTED, RETURN_RECEIVED, RETURN_COMPLETED -> "returns";
            case SHIPMENT_LATE -> "shipments?view=late";
            case SHIPMENT_LOST, SHIPMENT_RETURNED -> "shipments?view=trouble";
            case INBOX_FAILED -> "inbox?view=FAILED";
            case STOCK_LOW -> "stock?view=low";
            default -> "orders";
        };
    }
}
