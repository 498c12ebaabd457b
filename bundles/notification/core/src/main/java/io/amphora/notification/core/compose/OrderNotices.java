package io.amphora.notification.core.compose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amphora.common.Actor;
import io.amphora.common.PageRequest;
import io.amphora.customer.api.Customer;
import io.amphora.customer.api.Customers;
import io.amphora.fulfilment.api.TrackingLinks;
import io.amphora.notification.api.Audience;
import io.amphora.notification.api.MessageTransport;
import io.amphora.notification.api.Occasion;
import io.amphora.notification.api.QuietHours;
import io.amphora.notification.api.Recipient;
import io.amphora.notification.api.Template;
import io.amphora.notification.api.Templates;
import io.amphora.notification.core.store.Draft;
import io.amphora.notification.core.text.JpaTemplates;
import io.amphora.notification.core.text.Json;
import io.amphora.notification.core.text.Placeholders;
import io.amphora.notification.core.text.TemplateText;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.TimelineEntry;
import io.amphora.platform.api.Event;
import io.amphora.platform.api.EventListener;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Writes messages about what happens to orders. Imports have a topic of their own and are not heard. */
@Component
public final class OrderNotices implements EventListener {
    private static final Actor BY = Actor.system("notification");
    private static final long ERRAND_SECONDS = 600;

    private final Directory directory;
    private final Installation installation;
    private final JpaTemplates templates;
    private final Outgoing outgoing;
    private final OrderQueries orders;
    private final Customers customers;

    /** What is the same for all messages of a batch. */
    private record Batch(Directory.Snapshot who, Installation.Values installation, Map<String, Template> changed) {
    }

    /** One event, and the order as it stands. */
    private record Happening(Event event, Occasion occasion, JsonNode payload, Order order, Order.Shipment shipment, String reason) {
        String by() {
            return payload.path("by").asText("");
        }
    }

    /** Null while that domain is away. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile TrackingLinks links;

    @Activate
    public OrderNotices(@Reference Directory directory, @Reference Installation installation, @Reference JpaTemplates templates, @Reference Outgoing outgoing,
            @Reference OrderQueries orders, @Reference Customers customers) {
        this.directory = directory;
        this.installation = installation;
        this.templates = templates;
        this.outgoing = outgoing;
        this.orders = orders;
        this.customers = customers;
    }

    @Override
    public String id() {
        return "notification.order";
    }

    @Override
    public List<String> topics() {
        return OrderTopics.all();
    }

    @Override
    public void on(List<Event> events) {
        Batch batch = new Batch(directory.now(), installation.now(), templates.changed());
        List<Draft> drafts = new ArrayList<>();
        for (Event event : events) {
            JsonNode payload = Json.read(event.payload());
            Occasion occasion = OrderTopics.occasion(event, payload);
            // for a claim nothing has to be sent
            boolean idle = occasion == null || occasion == Occasion.RETURN_APPROVED && payload.path("kind").asText("").equals("CLAIM");
            if (!idle && !batch.who().nobody(occasion) && (!occasion.byName() || !named(payload).isEmpty())) {
                String number = payload.path(OrderTopics.ofOthers(occasion) ? "orderNumber" : "number").asText("");
                orders.findByNumber(BY, number).filter(o -> o.placedAt() != null || OrderTopics.early(occasion))
                        .ifPresent(o -> drafts.addAll(write(batch, happening(event, occasion, payload, o))));
            }
        }
        outgoing.keep(drafts);
    }

    /** Sign-in names, in lower case. */
    private static Set<String> named(JsonNode payload) {
        Set<String> names = new HashSet<>();
        payload.path(payload.has("deciders") ? "deciders" : "mentions").forEach(n -> names.add(n.asText().toLowerCase(Locale.ROOT)));
        return names;
    }

    private Happening happening(Event event, Occasion occasion, JsonNode payload, Order order) {
        Order.Shipment shipment = switch (occasion) {
            case ORDER_SHIPPED -> OrderFacts.shipment(order, event.at());
            case ORDER_DELIVERED -> OrderFacts.arrived(order, event.at());
            default -> null;
        };
        boolean explained = occasion == Occasion.ORDER_CANCELLED || occasion == Occasion.ORDER_HELD || occasion == Occasion.ORDER_REJECTED;
        return new Happening(event, occasion, payload, order, shipment, occasion.ofReturn() ? payload.path("note").asText(null) : explained ? reason(order, event) : null);
    }

    private String reason(Order order, Event event) {
        String what = event.topic().substring("order.".length());
        return orders.timeline(BY, order.id(), PageRequest.first(20)).items().stream().filter(t -> t.what().equals(what) && t.note() != null && !t.at().isAfter(event.at())).findFirst()
                .map(TimelineEntry::note).orElse(null);
    }

    private List<Draft> write(Batch batch, Happening h) {
        List<Draft> drafts = new ArrayList<>();
        for (Directory.Addressee a : batch.who().staff(h.occasion())) {
            if (h.occasion().byName() && !named(h, a.to().id())) {
                continue;
            }
            drafts.add(draft(batch, h, Audience.STAFF, a.transport(), a.to(), a.language(), a.quiet()));
        }
        customer(batch, h).ifPresent(c -> batch.who().customers(h.occasion())
                .forEach(t -> drafts.add(draft(batch, h, Audience.CUSTOMER, t, recipient(c), language(c, batch.installation()), QuietHours.NONE))));
        for (Recipient hook : batch.who().webhooks(h.occasion())) {
            drafts.add(outgoing.draft(source(h), h.occasion().id(), h.event().key(), h.order().number(), MessageTransport.WEBHOOK, hook, "en",
                    h.occasion().id() + " " + h.order().number(), json(h), null, QuietHours.NONE));
        }
        String why = h.occasion() == Occasion.ORDER_MENTIONED ? null : silence(batch, h.order());
        return why == null ? drafts : drafts.stream().map(d -> d.suppressed(why)).toList();
    }

    /** Nobody is told of what they wrote themselves. */
    private static boolean named(Happening h, String person) {
        return named(h.payload()).contains(person.toLowerCase(Locale.ROOT)) && !person.equals(h.by());
    }

    /** Why nobody is told of an order, or null. */
    private static String silence(Batch batch, Order order) {
        if (order.historic()) {
            return "historic order";
        }
        if (order.channel() != null && order.channel().startsWith(Order.REPLAY)) {
            return "order taken over from another system";
        }
        for (String of : new String[] {order.channel(), order.createdBy()}) {
            if (of != null && batch.installation().silent().contains(of)) {
                return "orders of " + of + " are silent";
            }
        }
        return null;
    }

    private Optional<Customer> customer(Batch batch, Happening h) {
        boolean nobody = h.order().customerId() == null || batch.who().customers(h.occasion()).isEmpty();
        return nobody ? Optional.empty() : Optional.of(customers.find(BY, h.order().customerId()));
    }

    private static Recipient recipient(Customer c) {
        return new Recipient(Recipient.Kind.CUSTOMER, String.valueOf(c.id()), c.name(), c.email());
    }

    /** The customer's own, where there are templates in it. */
    private static String language(Customer c, Installation.Values installation) {
        String own = c.language() == null ? "" : Locale.forLanguageTag(c.language()).getLanguage();
        return Templates.LANGUAGES.contains(own) ? own : installation.language();
    }

    /** What makes a message only once. An order of which many goods go back is one errand: it rings once in ten minutes. */
    private static String source(Happening h) {
        return h.occasion() == Occasion.GOODS_TO_PUT_BACK ? "put-back:" + h.order().id() + ":" + h.event().at().getEpochSecond() / ERRAND_SECONDS : "event:" + h.event().id();
    }

    private Draft draft(Batch batch, Happening h, Audience audience, String transport, Recipient to, String language, QuietHours quiet) {
        Map<String, String> facts = new OrderFacts(h.order(), batch.installation(), language).all(h.shipment(), h.by(), h.reason());
        facts.put("recipient.name", to.name() == null ? "" : to.name());
        follow(facts, batch, h, audience, language);
        OrderTopics.say(facts, h.occasion(), h.payload(), language);
        JpaTemplates.Text text = templates.text(batch.changed(), h.occasion(), audience, language, facts);
        Draft draft = outgoing.draft(source(h), h.occasion().id(), h.event().key(), h.order().number(), transport, to, language, text.subject(), text.body(),
                audience == Audience.STAFF ? "order/" + h.order().id() : null, quiet);
        boolean carries = transport.equals(MessageTransport.EMAIL) && audience == Audience.CUSTOMER && templates.attaches(batch.changed(), h.occasion(), audience, language);
        return carries ? draft.with(paper(h)) : draft;
    }

    /** The delivery note is of what was shipped now; a bill is the one that was made. */
    private static Draft.PaperOf paper(Happening h) {
        return new Draft.PaperOf(h.order().id(), h.occasion().ofBill() ? Long.valueOf(h.payload().path("document").asLong()) : h.shipment() == null ? null : (Long) h.shipment().id());
    }

    /** The link is made when the first text asks for it, if that leads anywhere: the installation knows its address, and there is somebody who shows the page. */
    private void follow(Map<String, String> facts, Batch batch, Happening h, Audience audience, String language) {
        TrackingLinks shown = links;
        boolean asked = audience == Audience.CUSTOMER && shown != null && !batch.installation().url().isEmpty()
                && templates.names(batch.changed(), h.occasion(), audience, language, List.of(Placeholders.TRACKING, Placeholders.TRACKING_LINK));
        String link = asked ? batch.installation().url() + shown.share(BY, h.order().id()).path() : "";
        facts.put(Placeholders.TRACKING_LINK, link);
        facts.put(Placeholders.TRACKING, TemplateText.tracking(link, language.startsWith("zh")));
    }

    private static String json(Happening h) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("type", h.occasion().id()).put("timestamp", h.event().at().toString());
        ObjectNode data = json.putObject("data").put("id", h.order().id()).put("number", h.order().number()).put("status", h.payload().path("status").asText(h.order().status().name()))
                .put("channel", h.order().channel()).put("externalId", h.order().externalId()).put("customerId", h.order().customerId()).put("reference", h.order().reference());
        data.putObject("total").put("amount", h.order().total().amount().toPlainString()).put("currency", h.order().total().currency().getCurrencyCode());
        if (h.occasion().ofReturn()) {
            data.putObject("return").put("id", h.payload().path("return").asLong()).put("number", h.payload().path("rma").asText()).put("state", h.payload().path("state").asText());
        }
        if (h.occasion().ofBill()) {
            data.putObject("document").put("id", h.payload().path("document").asLong()).put("number", h.payload().path("number").asText());
        }
        if (h.shipment() != null) {
            data.putObject("shipment").put("id", h.shipment().id()).put("carrier", h.shipment().carrier()).put("trackingNumber", h.shipment().trackingNumber());
        }
        return json.toString();
    }
}
