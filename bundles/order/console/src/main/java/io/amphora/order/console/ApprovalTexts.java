package io.amphora.order.console;

import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.order.api.OrderApprovals.Rule;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules and people in words. */
final class ApprovalTexts {
    static final List<String> ROLES = List.of("SALES", "SERVICE", "WAREHOUSE", "FINANCE", "MANAGER", "ADMIN", "INTEGRATOR");

    private ApprovalTexts() {
    }

    /** Null for null. */
    static String role(String name) {
        return name == null ? null : Texts.orElse("order.role." + name.toLowerCase(Locale.ROOT), name);
    }

    /** A role or a sign-in name. */
    static String who(String name) {
        return name != null && ROLES.contains(name) ? role(name) : name;
    }

    static String conditions(Rule r) {
        Formats f = Formats.current();
        String all = Stream.of(r.minTotal() == null ? null : Texts.of("order.rule.if.total", f.number(r.minTotal()), r.currency() == null ? "" : r.currency()),
                r.minTotal() == null && r.currency() != null ? r.currency() : null,
                r.minDiscount() == null ? null : Texts.of("order.rule.if.discount", f.number(r.minDiscount())),
                r.maxMargin() == null ? null : Texts.of("order.rule.if.margin", f.number(r.maxMargin())),
                r.customerId() == null ? null : Texts.of("order.rule.if.customer", String.valueOf(r.customerId())),
                r.channel() == null ? null : Texts.of("order.rule.if.channel", r.channel())).filter(t -> t != null).collect(Collectors.joining(", "));
        return all.isEmpty() ? Texts.of("order.rule.if.always") : all;
    }

    static String decides(Rule r) {
        String first = r.person() == null ? role(r.role()) : r.person();
        return r.hours() == null ? first : Texts.of("order.rule.then", first, r.hours(), who(r.escalateTo()));
    }
}
