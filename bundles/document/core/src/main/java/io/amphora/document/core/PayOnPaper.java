package io.amphora.document.core;

import io.amphora.document.api.DocumentFormats;
import io.amphora.document.api.DocumentModel;
import io.amphora.document.api.Xhtml;
import java.util.ResourceBundle;

/** The block of an invoice that says when and how to pay. */
final class PayOnPaper {
    private PayOnPaper() {
    }

    static void write(StringBuilder page, DocumentModel.Payment p, ResourceBundle t, DocumentFormats formats) {
        boolean open = p.open().amount().signum() > 0;
        page.append("<table class=\"pay\"><tr><td class=\"terms\"><b>").append(Xhtml.text(t.getString(open ? "pay" : "pay.done"))).append("</b><table class=\"facts\">");
        row(page, t, "pay.terms", p.terms() != null && t.containsKey("terms." + p.terms()) ? t.getString("terms." + p.terms()) : null);
        row(page, t, "pay.due", p.dueOn() == null ? null : formats.date(p.dueOn()));
        row(page, t, "pay.paid", p.paid().amount().signum() == 0 ? null : formats.money(p.paid()));
        row(page, t, "pay.open", open ? formats.money(p.open()) : null);
        page.append("</table></td><td>");
        if (p.transfer() != null) {
            transfer(page, p.transfer(), t);
        }
        page.append("</td></tr></table>");
    }

    private static void transfer(StringBuilder page, DocumentModel.Transfer to, ResourceBundle t) {
        page.append("<b>").append(Xhtml.text(t.getString("pay.transfer"))).append("</b><table class=\"facts\">");
        row(page, t, "pay.holder", to.holder());
        row(page, t, "pay.account", to.account());
        row(page, t, "pay.bic", to.bic());
        row(page, t, "pay.bank", to.bank());
        row(page, t, "pay.reference", to.reference());
        page.append("</table>");
    }

    private static void row(StringBuilder page, ResourceBundle t, String name, String value) {
        if (value != null && !value.isBlank()) {
            page.append("<tr><th>").append(Xhtml.text(t.getString(name))).append("</th><td>").append(Xhtml.text(value)).append("</td></tr>");
        }
    }
}
