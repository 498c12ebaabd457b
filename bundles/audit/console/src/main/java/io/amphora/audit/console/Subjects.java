package io.amphora.audit.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import io.amphora.audit.api.AuditEntry;
import java.util.Map;

/** What an entry is about: a link where there is a page for it. */
final class Subjects {
    /** By the domain of the topic; the id follows. */
    private static final Map<String, String> PAGES = Map.of("order", "order/", "customer", "customer/", "product", "product/");

    private Subjects() {
    }

    static Component of(AuditEntry entry) {
        String page = PAGES.get(entry.area());
        String text = text(entry);
        if (page == null || entry.subject().isEmpty()) {
            return new Span(text);
        }
        Anchor link = new Anchor(page + entry.subject(), text);
        link.setRouterIgnore(false);
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    /** The number or name that people know, else the id. */
    static String text(AuditEntry entry) {
        Map<String, String> details = Details.of(entry.details());
        return details.getOrDefault("number", details.getOrDefault("code", entry.subject()));
    }
}
