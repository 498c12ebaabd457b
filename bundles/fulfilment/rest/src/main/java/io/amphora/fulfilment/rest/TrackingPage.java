package io.amphora.fulfilment.rest;

import static io.amphora.fulfilment.rest.TrackingMessages.text;

import io.amphora.fulfilment.api.TrackedOrder;
import io.amphora.fulfilment.api.TrackingStage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Base64;
import java.util.Locale;

/** The customer's page: one small HTML document without scripts, cookies or anything from elsewhere. */
final class TrackingPage {
    private static final String STYLE = """
            :root { color-scheme: light dark; --text: #1f2430; --soft: #5b6472; --page: #f6f7f9; --card: #fff; --line: #d5d9e0; --mark: #2f6b3a; --alert: #9f1f15;
              font-family: -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
            @media (prefers-color-scheme: dark) { :root { --text: #eef0f4; --soft: #a7afbd; --page: #14171c; --card: #1d2128; --line: #3a414d; --mark: #7fce8f; --alert: #ff9d94; } }
            * { box-sizing: border-box; }
            body { margin: 0; padding: 1rem; background: var(--page); color: var(--text); line-height: 1.5; }
            main { max-width: 30rem; margin: 0 auto; padding: 1.5rem; background: var(--card); border: 1px solid var(--line); border-radius: 0.75rem; overflow-wrap: anywhere; }
            h1 { font-size: 1.375rem; margin: 0 0 1.25rem; }
            h2 { font-size: 1rem; margin: 1.5rem 0 0.5rem; }
            ol { list-style: none; margin: 0; padding: 0; }
            li { position: relative; padding: 0 0 1.25rem 2rem; color: var(--soft); }
            li::before { content: ""; position: absolute; left: 0.25rem; top: 0.3rem; width: 0.75rem; height: 0.75rem; border-radius: 50%; border: 2px solid var(--line); background: var(--card); z-index: 1; }
            li:not(:last-child)::after { content: ""; position: absolute; left: 0.6875rem; top: 0.9rem; bottom: -0.4rem; width: 2px; background: var(--line); }
            li.reached { color: var(--text); }
            li.reached::before { background: var(--mark); border-color: var(--mark); }
            li.reached:has(+ .reached)::after { background: var(--mark); }
            li[aria-current] b { color: var(--mark); }
            time, .soft { display: block; color: var(--soft); font-size: 0.875rem; }
            .parcel { padding: 0.75rem 0; border-top: 1px solid var(--line); }
            .alert { color: var(--alert); font-weight: 600; }
            footer { max-width: 30rem; margin: 1rem auto; text-align: center; }
            footer a { color: var(--soft); padding: 0.5rem; }
            """;
    /** For the header Content-Security-Policy: this style and no other. */
    static final String STYLE_HASH = "'sha256-" + sha256(STYLE) + "'";

    private final Locale locale;
    private final DateTimeFormatter format;

    private TrackingPage(Locale locale, ZoneId zone) {
        this.locale = locale;
        DateTimeFormatter local = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(locale);
        // whose clock it is: customers may sit in another zone than the house
        this.format = new DateTimeFormatterBuilder().append(local).appendLiteral(' ').appendZoneText(TextStyle.SHORT).toFormatter(locale).withZone(zone);
    }

    static String of(TrackedOrder order, Locale locale, ZoneId zone) {
        TrackingPage page = new TrackingPage(locale, zone);
        StringBuilder body = new StringBuilder();
        if (order.cancelled()) {
            body.append("<p class=\"alert\" role=\"status\">").append(text("cancelled", locale)).append("</p>");
        }
        page.stages(body, order);
        page.parcels(body, order);
        return html(text("title", locale, order.number()), locale, body);
    }

    static String missing(Locale locale) {
        return html(text("missing", locale), locale, "<p>" + text("missing.text", locale) + "</p>");
    }

    private void stages(StringBuilder body, TrackedOrder order) {
        body.append("<ol>");
        for (TrackingStage stage : TrackingStage.values()) {
            Instant at = order.reached().get(stage);
            if (at == null && order.cancelled()) {
                continue;
            }
            body.append("<li").append(at == null ? "" : " class=\"reached\"").append(stage == order.stage() ? " aria-current=\"step\"" : "").append("><b>").append(text(order.partly() && stage == TrackingStage.SHIPPED ? "partly" : stage.name(), locale))
                    .append("</b>").append(at == null ? "<span class=\"soft\">" + text("not-yet", locale) + "</span>" : time(at)).append("</li>");
        }
        body.append("</ol>");
    }

    private String time(Instant at) {
        return "<time datetime=\"" + at + "\">" + format.format(at) + "</time>";
    }

    private void parcels(StringBuilder body, TrackedOrder order) {
        if (order.parcels().isEmpty()) {
            return;
        }
        body.append("<h2>").append(text("parcels", locale)).append("</h2>");
        int number = 0;
        for (TrackedOrder.Parcel p : order.parcels()) {
            number++;
            body.append("<div class=\"parcel\"><b>").append(p.carrier() == null ? text("parcel", locale, number) : escape(p.carrier())).append("</b>");
            if (p.trackingNumber() != null) {
                body.append("<span class=\"soft\">").append(text("number", locale)).append(": ").append(escape(p.trackingNumber())).append("</span>");
            }
            body.append("<span class=\"soft\">").append(p.deliveredAt() == null && p.gone() ? text("gone", locale) : p.deliveredAt() == null ? text("left", locale, format.format(p.shippedAt())) : text("delivered", locale, format.format(p.deliveredAt())))
                    .append("</span></div>");
        }
    }

    private static String html(String title, Locale locale, CharSequence body) {
        boolean chinese = locale.getLanguage().equals("zh");
        return """
                <!doctype html>
                <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
                <title>%s</title><style>%s</style></head>
                <body><main><h1>%s</h1>%s</main><footer><a href="?lang=%s" lang="%s">%s</a></footer></body></html>
                """.formatted(chinese ? "zh-CN" : "en", escape(title), STYLE, escape(title), body, chinese ? "en" : "zh", chinese ? "en" : "zh-CN", text("language", locale));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JRE has SHA-256", e);
        }
    }
}
