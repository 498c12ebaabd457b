package io.amphora.notification.core.compose;

import io.amphora.identity.api.Role;
import io.amphora.notification.api.MessageTransport;
import io.amphora.notification.api.Occasion;
import io.amphora.notification.api.Subject;
import io.amphora.notification.core.store.SubscriptionEntity;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What was chosen, and what holds where nothing was. */
final class Choices {
    /** What comes with the product: who has to act finds it in the bell. */
    private static final Set<String> PRODUCT = Set.of(key(Subject.of(Role.MANAGER), Occasion.ORDER_RECEIVED, MessageTransport.BELL),
            key(Subject.of(Role.MANAGER), Occasion.STOCK_LOW, MessageTransport.BELL), key(Subject.of(Role.WAREHOUSE), Occasion.STOCK_LOW, MessageTransport.BELL),
            key(Subject.of(Role.WAREHOUSE), Occasion.ORDER_CANCELLED, MessageTransport.BELL), key(Subject.of(Role.WAREHOUSE), Occasion.SHIPMENT_LATE, MessageTransport.BELL),
            key(Subject.of(Role.WAREHOUSE), Occasion.SHIPMENT_LOST, MessageTransport.BELL), key(Subject.of(Role.SERVICE), Occasion.SHIPMENT_LOST, MessageTransport.BELL),
            key(Subject.of(Role.WAREHOUSE), Occasion.SHIPMENT_RETURNED, MessageTransport.BELL), key(Subject.of(Role.SERVICE), Occasion.SHIPMENT_RETURNED, MessageTransport.BELL),
            key(Subject.of(Role.WAREHOUSE), Occasion.GOODS_TO_PUT_BACK, MessageTransport.BELL), key(Subject.of(Role.SERVICE), Occasion.RETURN_REQUESTED, MessageTransport.BELL),
            key(Subject.of(Role.FINANCE), Occasion.PAYMENT_OVERDUE, MessageTransport.BELL), key(Subject.of(Role.FINANCE), Occasion.PAYMENT_RECEIVED, MessageTransport.BELL),
            key(Subject.of(Role.MANAGER), Occasion.ORDER_HELD, MessageTransport.BELL), key(Subject.of(Role.SERVICE), Occasion.ORDER_HELD, MessageTransport.BELL), key(Subject.of(Role.MANAGER), Occasion.INBOX_FAILED, MessageTransport.BELL),
            key(Subject.of(Role.INTEGRATOR), Occasion.INBOX_FAILED, MessageTransport.BELL));

    private final Map<String, Boolean> chosen = new HashMap<>();

    Choices(Collection<SubscriptionEntity> rows) {
        rows.forEach(r -> chosen.put(key(r.subject(), r.occasion(), r.transport()), r.wanted()));
    }

    private static String key(Subject subject, Occasion occasion, String transport) {
        return subject.kind() + " " + subject.id() + " " + occasion + " " + transport;
    }

    /** The own choice of a subject, or null. */
    Boolean own(Subject subject, Occasion occasion, String transport) {
        return chosen.get(key(subject, occasion, transport));
    }

    boolean ofRole(Role role, Occasion occasion, String transport) {
        Subject subject = Subject.of(role);
        Boolean own = own(subject, occasion, transport);
        // who has to act is told by mail, too
        boolean named = occasion.byName() && (transport.equals(MessageTransport.BELL) || occasion != Occasion.ORDER_MENTIONED && transport.equals(MessageTransport.EMAIL));
        return own == null ? named || PRODUCT.contains(key(subject, occasion, transport)) : own;
    }

    /** What somebody chose goes before the roles, of which one is enough. */
    boolean ofPerson(String name, Set<Role> roles, Occasion occasion, String transport) {
        Boolean own = own(Subject.person(name), occasion, transport);
        return own == null ? roles.stream().anyMatch(r -> ofRole(r, occasion, transport)) : own;
    }

    /** By e-mail unless somebody switched it off; by other ways only if somebody switched it on. */
    boolean ofCustomers(Occasion occasion, String transport) {
        Boolean own = own(Subject.CUSTOMERS, occasion, transport);
        return occasion.customers() && (own == null ? transport.equals(MessageTransport.EMAIL) : own);
    }
}
