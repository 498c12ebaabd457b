package io.amphora.document.core;

import io.amphora.common.Money;
import io.amphora.document.api.DocumentFormats;
import io.amphora.document.api.DocumentKind;
import io.amphora.document.api.DocumentModel;
import io.amphora.document.api.DocumentModel.Line;
import io.amphora.document.api.Xhtml;
import java.util.List;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** The table of lines of the shipped documents; its head is repeated on every page. */
enum LinesOnPaper {
    /** What and for how much. */
    PRICED(List.of("position", "product", "quantity", "unit-price", "amount"), List.of("9mm", "auto", "25mm", "32mm", "34mm")) {
        @Override
        void cells(StringBuilder page, Line l, ResourceBundle t, DocumentFormats f) {
            page.append(td("", position(l))).append(td("", product(l) + SumsOnPaper.discount(l, t, f))).append(td("n", quantity(l, f))).append(td("n", f.unitPrice(l.unitPrice())))
                    .append(td("n", f.money(l.discount() == null ? l.amount() : l.amount().minus(l.discount())) + SumsOnPaper.rate(l.taxRate(), t, f)));
        }
    },
    /** From where, with room to tick off. */
    PICKED(List.of("position", "product", "barcode", "quantity", "picked"), List.of("9mm", "auto", "46mm", "25mm", "18mm")) {
        @Override
        void cells(StringBuilder page, Line l, ResourceBundle t, DocumentFormats f) {
            page.append(td("", position(l))).append(td("", product(l) + parts(l, f))).append(td("", gtin(l))).append(td("n", quantity(l, f))).append(td("", "<div class=\"box\"></div>"));
        }
    },
    /** What is in the parcel. */
    PACKED(List.of("position", "product", "barcode", "quantity"), List.of("9mm", "auto", "46mm", "30mm")) {
        @Override
        void cells(StringBuilder page, Line l, ResourceBundle t, DocumentFormats f) {
            page.append(td("", position(l))).append(td("", product(l) + parts(l, f))).append(td("", gtin(l))).append(td("n", quantity(l, f)));
        }
    };

    private static final List<String> NUMBERS = List.of("quantity", "unit-price", "amount");

    private final List<String> columns;
    private final List<String> widths;

    LinesOnPaper(List<String> columns, List<String> widths) {
        this.columns = columns;
        this.widths = widths;
    }

    static LinesOnPaper of(DocumentKind kind) {
        return switch (kind) {
            case QUOTATION, ORDER_CONFIRMATION, INVOICE, CREDIT_NOTE -> PRICED;
            case PICKING_LIST -> PICKED;
            case DELIVERY_NOTE, PACKING_SLIP, PARCEL_LABEL -> PACKED;
        };
    }

    abstract void cells(StringBuilder page, Line line, ResourceBundle texts, DocumentFormats formats);

    void write(StringBuilder page, DocumentModel m, ResourceBundle t, DocumentFormats formats) {
        write(page, m.lines(), m.total(), m.sums(), t, formats);
    }

    /** @param sum and sums null where no prices are shown */
    void write(StringBuilder page, List<Line> lines, Money sum, DocumentModel.Sums sums, ResourceBundle t, DocumentFormats formats) {
        page.append("<table class=\"lines\"><thead><tr>");
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            page.append("<th style=\"width: ").append(widths.get(i)).append("\" class=\"").append(NUMBERS.contains(column) ? "n" : "").append("\">").append(Xhtml.text(t.getString(column))).append("</th>");
        }
        page.append("</tr></thead><tbody>");
        String place = null;
        for (Line line : lines) {
            if (line.location() != null && !Objects.equals(place, line.location())) {
                place = line.location();
                page.append("<tr class=\"place\"><td colspan=\"").append(columns.size()).append("\">").append(Xhtml.text(place)).append("</td></tr>");
            }
            page.append("<tr>");
            cells(page, line, t, formats);
            page.append("</tr>");
        }
        if (sums != null) {
            new SumsOnPaper(columns.size(), t, formats).write(page, sums);
        }
        if (sum != null) {
            page.append("<tr class=\"total\"><td colspan=\"").append(columns.size() - 2).append("\">").append(Xhtml.text(t.getString("total"))).append("</td><td class=\"n\" colspan=\"2\">")
                    .append(Xhtml.text(formats.money(sum))).append("</td></tr>");
        }
        page.append("</tbody></table>");
    }

    private static String td(String style, String content) {
        return "<td class=\"" + style + "\">" + content + "</td>";
    }

    private static String position(Line l) {
        return Integer.toString(l.position());
    }

    private static String product(Line l) {
        return Xhtml.text(l.name()) + "<div class=\"sku\">" + Xhtml.text(l.sku()) + "</div>"
                + (l.note() == null ? "" : "<div class=\"sku\">" + Xhtml.lines(l.note()) + "</div>");
    }

    /** What is to be taken for a kit. */
    private static String parts(Line l, DocumentFormats f) {
        return l.parts().stream().map(p -> "<div class=\"part\">" + Xhtml.text(f.quantity(p.quantity()) + " × " + p.sku()) + "</div>").collect(Collectors.joining());
    }

    private static String quantity(Line l, DocumentFormats f) {
        return Xhtml.text(f.quantity(l.quantity()) + " " + (l.unit() == null ? "" : l.unit()));
    }

    private static String gtin(Line l) {
        return l.gtin() == null ? "" : Xhtml.barcode(Gtin.symbology(l.gtin()), l.gtin(), "width: 40mm; height: 9mm") + "<div class=\"gtin\">" + Xhtml.text(l.gtin()) + "</div>";
    }
}
