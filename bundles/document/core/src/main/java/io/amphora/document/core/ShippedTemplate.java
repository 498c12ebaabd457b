package io.amphora.document.core;

import io.amphora.document.api.DocumentFormats;
import io.amphora.document.api.DocumentKind;
import io.amphora.document.api.DocumentModel;
import io.amphora.document.api.DocumentTemplate;
import io.amphora.document.api.Xhtml;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** The look that comes with the server: one page layout, and per kind the columns of its table. */
final class ShippedTemplate implements DocumentTemplate {
    static final List<String> LANGUAGES = List.of("en", "zh");
    private static final ResourceBundle.Control NO_FALLBACK = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final int CODE_128_AT_MOST = 40;

    private final DocumentKind kind;

    ShippedTemplate(DocumentKind kind) {
        this.kind = kind;
    }

    @Override
    public String title(Locale language) {
        return texts(language).getString(kind.id());
    }

    static ResourceBundle texts(Locale language) {
        return ResourceBundle.getBundle("i18n.documents", language, ShippedTemplate.class.getClassLoader(), NO_FALLBACK);
    }

    @Override
    public String render(DocumentModel m, Locale language) {
        ResourceBundle t = texts(language);
        DocumentFormats formats = new DocumentFormats(language, m.zone());
        if (kind == DocumentKind.PARCEL_LABEL) {
            return ParcelsOnPaper.labels(m, t, formats, language);
        }
        StringBuilder page = new StringBuilder(4_000 + m.lines().size() * 400);
        page.append("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"").append(Xhtml.text(language.toLanguageTag())).append("\"><head><title>")
                .append(Xhtml.text(t.getString(kind.id()) + " " + (m.number() == null ? m.orderNumber() : m.number()))).append("</title><style>").append(Styles.CSS).append("</style></head><body>");
        page.append("<div class=\"foot\">").append(t.getString("page").replace("{0}", "<span class=\"page\"></span>").replace("{1}", "<span class=\"pages\"></span>")).append("</div>");
        head(page, m, t, formats);
        if (kind == DocumentKind.PACKING_SLIP) {
            ParcelsOnPaper.slips(page, m, t, formats);
        } else {
            LinesOnPaper.of(kind).write(page, m, t, formats);
        }
        if (m.payment() != null) {
            PayOnPaper.write(page, m.payment(), t, formats);
        }
        page.append(reason(m, t)).append(note(m, t)).append("</body></html>");
        return page.toString();
    }

    private void head(StringBuilder page, DocumentModel m, ResourceBundle t, DocumentFormats formats) {
        String code = m.orderNumber().length() > CODE_128_AT_MOST ? "" : Xhtml.barcode("code128", m.orderNumber(), "width: 62mm; height: 13mm") + "<div class=\"code\">" + Xhtml.text(m.orderNumber()) + "</div>";
        page.append("<table class=\"top\"><tr><td class=\"seller\"><b>").append(Xhtml.text(m.seller().get(0))).append("</b>")
                .append(m.seller().stream().skip(1).map(r -> "<br/>" + Xhtml.text(r)).collect(Collectors.joining())).append("</td><td class=\"barcode\">").append(code).append("</td></tr></table>");
        page.append("<table class=\"top\"><tr><td class=\"address\">").append(m.shipTo().stream().map(Xhtml::text).collect(Collectors.joining("<br/>")))
                .append("</td><td><table class=\"facts\">");
        fact(page, t, "number", m.number() == null ? t.getString("preview") : m.number());
        fact(page, t, "date", formats.date(m.at()));
        if (m.offer() == null) {
            fact(page, t, "order", m.orderNumber());
            fact(page, t, "ordered", formats.date(m.orderedAt()));
        } else {
            fact(page, t, "quotation-number", m.offer().number());
            fact(page, t, "valid-until", formats.date(m.offer().validUntil()));
        }
        if (m.invoice() != null) {
            fact(page, t, "invoice-number", m.invoice().number());
            fact(page, t, "invoice-date", formats.date(m.invoice().at()));
        }
        fact(page, t, "reference", m.reference());
        fact(page, t, "customer", m.customer().number());
        fact(page, t, "wished", m.wished() == null ? null : formats.date(m.wished()));
        m.shipments().forEach(s -> shipment(page, t, formats, s));
        page.append("</table></td></tr></table><h1>").append(Xhtml.text(t.getString(kind.id()))).append("</h1>");
    }

    private static void shipment(StringBuilder page, ResourceBundle t, DocumentFormats formats, DocumentModel.Shipment s) {
        fact(page, t, "shipped", s.shippedAt() == null ? null : formats.date(s.shippedAt()));
        fact(page, t, "carrier", s.carrier());
        fact(page, t, "tracking", s.trackingNumber());
    }

    private static void fact(StringBuilder page, ResourceBundle t, String name, String value) {
        if (value != null && !value.isBlank()) {
            page.append("<tr><th>").append(Xhtml.text(t.getString(name))).append("</th><td>").append(Xhtml.text(value)).append("</td></tr>");
        }
    }

    private static String reason(DocumentModel m, ResourceBundle t) {
        return m.invoice() == null ? "" : "<div class=\"note\"><b>" + Xhtml.text(t.getString("reason")) + "</b><br/>" + Xhtml.lines(m.invoice().reason()) + "</div>";
    }

    private static String note(DocumentModel m, ResourceBundle t) {
        return m.note() == null || m.note().isBlank() ? "" : "<div class=\"note\"><b>" + Xhtml.text(t.getString("note")) + "</b><br/>" + Xhtml.lines(m.note()) + "</div>";
    }
}
