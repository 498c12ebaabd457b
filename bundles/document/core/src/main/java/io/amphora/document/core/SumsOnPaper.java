package io.amphora.document.core;

import io.amphora.common.Money;
import io.amphora.document.api.DocumentFormats;
import io.amphora.document.api.DocumentModel;
import io.amphora.document.api.Xhtml;
import java.math.BigDecimal;
import java.util.ResourceBundle;

/** How the total comes about, row by row, so that everybody can add it up. */
final class SumsOnPaper {
    private final int columns;
    private final ResourceBundle texts;
    private final DocumentFormats formats;

    SumsOnPaper(int columns, ResourceBundle texts, DocumentFormats formats) {
        this.columns = columns;
        this.texts = texts;
        this.formats = formats;
    }

    void write(StringBuilder page, DocumentModel.Sums s) {
        row(page, texts.getString("subtotal"), s.subtotal());
        if (s.discount().amount().signum() != 0) {
            row(page, texts.getString("discount"), negative(s.discount()));
        }
        s.charges().forEach(c -> row(page, name(c), c.amount()));
        s.taxes().forEach(t -> row(page, texts.getString(s.pricesIncludeTax() ? "tax-in" : "tax-on").replace("{0}", formats.quantity(t.rate())).replace("{1}", formats.money(t.net())), t.tax()));
    }

    private String name(DocumentModel.Charge c) {
        String name = c.text() == null ? texts.getString("charge." + c.type()) : c.text();
        return c.taxRate() == null ? name : name + " (" + texts.getString("tax").replace("{0}", formats.quantity(c.taxRate())) + ")";
    }

    private void row(StringBuilder page, String name, Money amount) {
        page.append("<tr class=\"sum\"><td colspan=\"").append(columns - 2).append("\">").append(Xhtml.text(name)).append("</td><td class=\"n\" colspan=\"2\">")
                .append(Xhtml.text(formats.money(amount))).append("</td></tr>");
    }

    private static Money negative(Money m) {
        return Money.zero(m.currency()).minus(m);
    }

    static String discount(DocumentModel.Line l, ResourceBundle texts, DocumentFormats f) {
        if (l.discount() == null) {
            return "";
        }
        String percent = l.percent() == null ? "" : " " + f.quantity(l.percent()) + " %";
        return "<div class=\"sku\">" + Xhtml.text(texts.getString("line-discount") + percent + ": " + f.money(negative(l.discount()))) + "</div>";
    }

    static String rate(BigDecimal rate, ResourceBundle texts, DocumentFormats f) {
        return rate == null ? "" : "<div class=\"sku\">" + Xhtml.text(texts.getString("tax").replace("{0}", f.quantity(rate))) + "</div>";
    }
}
