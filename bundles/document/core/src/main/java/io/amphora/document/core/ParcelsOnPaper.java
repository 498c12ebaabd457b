package io.amphora.document.core;

import io.amphora.document.api.DocumentFormats;
import io.amphora.document.api.DocumentKind;
import io.amphora.document.api.DocumentModel;
import io.amphora.document.api.Xhtml;
import java.util.Iterator;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What goes into parcels and onto them. */
final class ParcelsOnPaper {
    private static final int CODE_128_AT_MOST = 40;
    private static final String LABEL = """
            @page { size: 105mm 148mm; margin: 6mm; }
            * { box-sizing: border-box; }
            body { font-family: 'Open Sans', 'Droid Sans Fallback'; font-size: 9pt; line-height: 1.3; color: #111; margin: 0; word-wrap: break-word; }
            .label { page-break-after: always; }
            .last { page-break-after: auto; }
            .from { font-size: 7.5pt; color: #333; border-bottom: 0.3mm solid #111; padding-bottom: 2mm; }
            .to { font-size: 14pt; padding: 3mm 0; min-height: 34mm; }
            .to b { font-size: 16pt; }
            .row { border-top: 0.3mm solid #111; padding: 1.5mm 0; }
            .big { font-size: 12pt; font-weight: 700; }
            .code { font-size: 8.5pt; text-align: center; }
            """;

    private ParcelsOnPaper() {
    }

    /** A page for each parcel with what is in it. */
    static void slips(StringBuilder page, DocumentModel m, ResourceBundle t, DocumentFormats formats) {
        Iterator<DocumentModel.Parcel> all = m.parcels().iterator();
        while (all.hasNext()) {
            DocumentModel.Parcel p = all.next();
            page.append("<div").append(all.hasNext() ? " style=\"page-break-after: always\"" : "").append("><table class=\"top\"><tr><td class=\"address\"><b>").append(Xhtml.text(title(p, t)))
                    .append("</b><br/>").append(Xhtml.text(facts(p, t, formats))).append("</td><td class=\"barcode\">").append(sscc(p)).append("</td></tr></table>");
            LinesOnPaper.of(DocumentKind.PACKING_SLIP).write(page, p.lines(), null, null, t, formats);
            page.append("</div>");
        }
    }

    private static String title(DocumentModel.Parcel p, ResourceBundle t) {
        return t.getString("parcel").replace("{0}", Integer.toString(p.number())).replace("{1}", Integer.toString(p.of()));
    }

    private static String facts(DocumentModel.Parcel p, ResourceBundle t, DocumentFormats formats) {
        return Stream.of(p.shipment(), p.carrier(), p.service(), p.trackingNumber(), p.weightKg() == null ? null : formats.quantity(p.weightKg()) + " kg").filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    private static String sscc(DocumentModel.Parcel p) {
        return p.sscc() == null ? "" : Xhtml.barcode("gs1-128", "00" + p.sscc(), "width: 62mm; height: 13mm") + "<div class=\"code\">(00) " + Xhtml.text(p.sscc()) + "</div>";
    }

    /** A small page for each parcel. */
    static String labels(DocumentModel m, ResourceBundle t, DocumentFormats formats, Locale language) {
        StringBuilder page = new StringBuilder(2_000 + m.parcels().size() * 2_000);
        page.append("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"").append(Xhtml.text(language.toLanguageTag())).append("\"><head><title>")
                .append(Xhtml.text(t.getString(DocumentKind.PARCEL_LABEL.id()) + " " + (m.number() == null ? m.orderNumber() : m.number()))).append("</title><style>").append(LABEL)
                .append("</style></head><body>");
        Iterator<DocumentModel.Parcel> all = m.parcels().iterator();
        while (all.hasNext()) {
            DocumentModel.Parcel p = all.next();
            label(page.append("<div class=\"label").append(all.hasNext() ? "" : " last").append("\">"), m, p, t, formats);
            page.append("</div>");
        }
        return page.append("</body></html>").toString();
    }

    private static void label(StringBuilder page, DocumentModel m, DocumentModel.Parcel p, ResourceBundle t, DocumentFormats formats) {
        page.append("<div class=\"from\">").append(m.seller().stream().map(Xhtml::text).collect(Collectors.joining(" · "))).append("</div><div class=\"to\">");
        page.append(m.shipTo().isEmpty() ? "" : "<b>" + Xhtml.text(m.shipTo().get(0)) + "</b><br/>").append(m.shipTo().stream().skip(1).map(Xhtml::text).collect(Collectors.joining("<br/>")))
                .append("</div><div class=\"row\"><span class=\"big\">").append(Xhtml.text(title(p, t))).append("</span><br/>").append(Xhtml.text(facts(p, t, formats))).append("<br/>")
                .append(Xhtml.text(t.getString("order") + " " + m.orderNumber())).append("</div>");
        if (p.trackingNumber() != null && p.trackingNumber().length() <= CODE_128_AT_MOST && !p.trackingNumber().equals(p.sscc())) {
            page.append("<div class=\"row\">").append(Xhtml.barcode("code128", p.trackingNumber(), "width: 88mm; height: 16mm")).append("<div class=\"code\">").append(Xhtml.text(p.trackingNumber()))
                    .append("</div></div>");
        }
        if (p.sscc() != null) {
            page.append("<div class=\"row\">").append(Xhtml.barcode("gs1-128", "00" + p.sscc(), "width: 88mm; height: 18mm")).append("<div class=\"code\">(00) ").append(Xhtml.text(p.sscc()))
                    .append("</div></div>");
        }
    }
}
