package io.amphora.identity.core;

import static io.amphora.identity.api.Role.ADMIN;
import static io.amphora.identity.api.Role.FINANCE;
import static io.amphora.identity.api.Role.INTEGRATOR;
import static io.amphora.identity.api.Role.MANAGER;
import static io.amphora.identity.api.Role.SALES;
import static io.amphora.identity.api.Role.SERVICE;
import static io.amphora.identity.api.Role.WAREHOUSE;

import io.amphora.identity.api.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which role may do what: the one place. An administrator may do everything, also what bundles of others invent. */
enum Permissions {
    PLATFORM_OPERATE("platform.operate"),
    IDENTITY_MANAGE("identity.manage"),
    CATALOG_READ("catalog.read", SALES, SERVICE, WAREHOUSE, FINANCE, MANAGER, INTEGRATOR),
    CATALOG_EDIT("catalog.edit", MANAGER, INTEGRATOR),
    CUSTOMER_READ("customer.read", SALES, SERVICE, FINANCE, MANAGER, INTEGRATOR),
    CUSTOMER_EDIT("customer.edit", SALES, SERVICE, MANAGER, INTEGRATOR),
    CUSTOMER_CREDIT("customer.credit", FINANCE, MANAGER),
    INVENTORY_READ("inventory.read", SALES, SERVICE, WAREHOUSE, MANAGER, INTEGRATOR),
    INVENTORY_ADJUST("inventory.adjust", WAREHOUSE, MANAGER, INTEGRATOR),
    INVENTORY_CONFIGURE("inventory.configure", MANAGER),
    ORDER_READ("order.read", SALES, SERVICE, WAREHOUSE, FINANCE, MANAGER, INTEGRATOR),
    ORDER_ENTER("order.enter", SALES, SERVICE, MANAGER, INTEGRATOR),
    ORDER_REVIEW("order.review", MANAGER),
    ORDER_CREDIT("order.credit", FINANCE, MANAGER),
    ORDER_CONFIGURE("order.configure", MANAGER),
    ORDER_HOLD("order.hold", SALES, SERVICE, WAREHOUSE, FINANCE, MANAGER),
    ORDER_PROMISE("order.promise", SALES, SERVICE, WAREHOUSE, MANAGER),
    ORDER_ATTACH("order.attach", SALES, SERVICE, WAREHOUSE, FINANCE, MANAGER, INTEGRATOR),
    ORDER_CANCEL("order.cancel", SALES, SERVICE, MANAGER),
    ORDER_AMEND("order.amend", SALES, SERVICE, MANAGER),
    ORDER_REOPEN("order.reopen", MANAGER),
    ORDER_ASSIGN("order.assign", MANAGER),
    ORDER_FULFIL("order.fulfil", WAREHOUSE, MANAGER),
    FULFILMENT_TRACK("fulfilment.track", WAREHOUSE, MANAGER, INTEGRATOR),
    ORDER_COMPLETE("order.complete", SERVICE, FINANCE, MANAGER),
    ORDER_SHARE("order.share", SALES, SERVICE, MANAGER, INTEGRATOR),
    PAYMENT_READ("payment.read", SALES, SERVICE, FINANCE, MANAGER),
    PAYMENT_TAKE("payment.take", FINANCE, MANAGER),
    PAYMENT_REFUND("payment.refund", FINANCE, MANAGER),
    PAYMENT_CONFIGURE("payment.configure", MANAGER),
    RETURNS_READ("returns.read", SALES, SERVICE, WAREHOUSE, FINANCE, MANAGER, INTEGRATOR),
    RETURNS_REQUEST("returns.request", SALES, SERVICE, MANAGER, INTEGRATOR),
    RETURNS_DECIDE("returns.decide", SERVICE, MANAGER),
    RETURNS_RECEIVE("returns.receive", WAREHOUSE, MANAGER),
    RETURNS_SETTLE("returns.settle", FINANCE, MANAGER),
    RETURNS_OVERRIDE("returns.override", MANAGER),
    RETURNS_CONFIGURE("returns.configure", MANAGER),
    DOCUMENT_INVOICE("document.invoice", FINANCE, MANAGER),
    DOCUMENT_CONFIGURE("document.configure", FINANCE, MANAGER),
    ASSIGNMENT_CONFIGURE("assignment.configure", MANAGER),
    TRANSFER_IMPORT("transfer.import", MANAGER, INTEGRATOR),
    REPORT_READ("report.read", SALES, FINANCE, MANAGER, INTEGRATOR),
    CHANNEL_READ("channel.read", SALES, SERVICE, MANAGER, INTEGRATOR),
    CHANNEL_MANAGE("channel.manage", MANAGER, INTEGRATOR),
    NOTIFICATION_READ("notification.read", SALES, SERVICE, MANAGER),
    NOTIFICATION_MANAGE("notification.manage", MANAGER),
    EXTENSION_READ("extension.read", MANAGER, INTEGRATOR),
    EXTENSION_MANAGE("extension.manage"),
    AUDIT_READ("audit.read", FINANCE, MANAGER);

    private static final Map<Role, Set<String>> BY_ROLE = byRole();

    private final String permission;
    private final Set<Role> roles;

    Permissions(String permission, Role... roles) {
        this.permission = permission;
        this.roles = Set.of(roles);
    }

    private static Map<Role, Set<String>> byRole() {
        Map<Role, Set<String>> all = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            all.put(role, EnumSet.allOf(Permissions.class).stream().filter(p -> p.roles.contains(role)).map(p -> p.permission).collect(Collectors.toUnmodifiableSet()));
        }
        all.put(ADMIN, Set.of("*"));
        return all;
    }

    /** What somebody with these roles may do: the sum. */
    static Set<String> of(Collection<Role> roles) {
        return roles.contains(ADMIN) ? BY_ROLE.get(ADMIN) : roles.stream().flatMap(r -> BY_ROLE.get(r).stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** All names, sorted. */
    static Set<String> names() {
        return Arrays.stream(values()).map(p -> p.permission).collect(Collectors.toCollection(TreeSet::new));
    }
}
