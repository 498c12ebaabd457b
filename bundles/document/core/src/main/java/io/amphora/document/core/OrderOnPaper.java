package io.amphora.document.core;

import io.amphora.catalog.api.Barcodes;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.Problem;
import io.amphora.customer.api.Address;
import io.amphora.customer.api.Customers;
import io.amphora.document.api.DocumentKind;
import io.amphora.document.api.DocumentModel;
import io.amphora.document.api.DocumentRequest;
import io.amphora.fulfilment.api.Shipment;
import io.amphora.fulfilment.api.ShipmentState;
import io.amphora.fulfilment.api.Shipments;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.Locations;
import io.amphora.inventory.api.Shelves;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAction;
import io.amphora.order.api.OrderPricing;
import io.amphora.order.api.OrderStatus;
import io.amphora.order.api.OrderSums;
import io.amphora.order.api.Quotation;
import io.amphora.order.api.Quotations;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Says which lines of an order belong on a document, and puts together what it says. */
@Component(service = OrderOnPaper.class)
public final class OrderOnPaper {
    private static final Set<LineStatus> GONE = EnumSet.of(LineStatus.CANCELLED, LineStatus.REJECTED);
    private static final Set<LineStatus> UNDECIDED = EnumSet.of(LineStatus.DRAFT, LineStatus.IN_REVIEW);
    private static final Set<LineStatus> PACKED = EnumSet.of(LineStatus.PICKED, LineStatus.SHIPPED, LineStatus.DELIVERED, LineStatus.COMPLETED);

    private static final Actor BY = Actor.system("document");

    /** Comes and goes with fulfilment. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Shipments shipments;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Barcodes barcodes;

    /** Comes and goes with inventory. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Shelves shelves;

    private final Customers customers;
    private final Locations locations;
    private final DocumentSettings settings;
    private final Quotations quotations;
    private final PaymentOnPaper payment;

    @Activate
    public OrderOnPaper(@Reference Customers customers, @Reference Locations locations, @Reference DocumentSettings settings,
                        @Reference Quotations quotations, @Reference PaymentOnPaper payment) {
        this.customers = customers;
        this.locations = locations;
        this.settings = settings;
        this.quotations = quotations;
        this.payment = payment;
    }

    /** Empty if the order has nothing to say on such a document. */
    static List<Order.Line> lines(Order order, DocumentKind kind, Order.Shipment shipment) {
        Stream<Order.Line> lines = order.lines().stream();
        return switch (kind) {
            case PACKING_SLIP, PARCEL_LABEL -> List.of();
            case QUOTATION -> order.quotationId() == null || order.status() != OrderStatus.DRAFT ? List.of() : lines.toList();
            case ORDER_CONFIRMATION -> confirmable(order) ? lines.filter(l -> !GONE.contains(l.status())).toList() : List.of();
            case PICKING_LIST -> order.holding(OrderAction.PICK).isEmpty() ? lines.filter(l -> l.status() == LineStatus.ASSIGNED).toList() : List.of();
            case DELIVERY_NOTE -> order.kind() != Order.Kind.SALE ? List.of()
                    : lines.filter(l -> shipment == null ? PACKED.contains(l.status()) : shipment.lineIds().contains(l.id())).toList();
            case INVOICE, CREDIT_NOTE -> throw new IllegalArgumentException("what is billed is kept apart");
        };
    }

    /** Nothing is confirmed before the review has decided, nor a credit ever. */
    private static boolean confirmable(Order order) {
        return order.kind() == Order.Kind.SALE && order.lines().stream().noneMatch(l -> UNDECIDED.contains(l.status()));
    }

    /** @throws AmphoraException.Refused if no line belongs on it; NotFound if there is no such shipment */
    DocumentModel model(Order order, DocumentRequest request, String number, Instant at) {
        DocumentKind kind = request.kind();
        if (kind.ofParcels()) {
            return ofParcels(order, request, number, at);
        }
        Order.Shipment shipment = shipment(order, request);
        List<Order.Line> lines = lines(order, kind, shipment);
        if (lines.isEmpty()) {
            throw new AmphoraException.Refused(nothing(order, kind));
        }
        boolean priced = kind.isPriced();
        DocumentModel.Offer offer = kind == DocumentKind.QUOTATION ? offer(order.quotationId()) : null;
        List<DocumentModel.Shipment> shipments = kind != DocumentKind.DELIVERY_NOTE ? List.of() : order.shipments().stream().filter(s -> shipment == null || s.id() == shipment.id())
                .map(s -> new DocumentModel.Shipment(s.carrier(), s.trackingNumber(), s.shippedAt())).toList();
        return new DocumentModel(kind, number, at, settings.zone(), settings.seller(), order.number(), order.placedAt() == null ? order.createdAt() : order.placedAt(), order.reference(),
                order.wishedDate(), new DocumentModel.Customer(customerNumber(order), order.customerName()), rows(order), order.note(), printed(order, lines, kind, priced),
                priced ? order.total() : null, shipments, offer, List.of(), priced && !plain(order) ? sums(OrderSums.of(order), order.charges(), order.pricesIncludeTax()) : null, null,
                kind == DocumentKind.ORDER_CONFIRMATION ? payment.inAdvance(order, customerNumber(order)) : null);
    }

    private static boolean plain(Order order) {
        return order.charges().isEmpty() && order.lines().stream().allMatch(l -> l.taxRate() == null && l.discount().amount().signum() == 0 && l.share().amount().signum() == 0);
    }

    /** An invoice or a credit note. */
    DocumentModel bill(Order order, DocumentRequest request, Bill bill, String number, Instant at) {
        OrderSums sums = bill.sums();
        Order.Shipment shipment = shipment(order, request);
        List<DocumentModel.Shipment> shipments = shipment == null ? List.of() : List.of(new DocumentModel.Shipment(shipment.carrier(), shipment.trackingNumber(), shipment.shippedAt()));
        return new DocumentModel(request.kind(), number, at, settings.zone(), settings.seller(), order.number(), order.placedAt() == null ? order.createdAt() : order.placedAt(),
                order.reference(), null, new DocumentModel.Customer(customerNumber(order), order.customerName()), rows(order), null, printed(order, bill.lines(), request.kind(), true),
                sums.total(), shipments, null, List.of(), sums(sums, bill.charges(), bill.included()), bill.invoice(),
                bill.before() == null ? null : payment.of(order, sums.total(), bill.before(), number, customerNumber(order)));
    }

    private static DocumentModel.Sums sums(OrderSums s, List<OrderPricing.Charge> charges, boolean included) {
        return new DocumentModel.Sums(s.goods().minus(s.discounts()), s.discount(), charges.stream().map(c -> new DocumentModel.Charge(c.type().name(), c.text(), c.amount(), c.taxRate())).toList(),
                included, s.taxes().stream().map(t -> new DocumentModel.Tax(t.rate(), t.net(), t.tax())).toList());
    }

    /** Whether such a document has something to say. */
    boolean possible(Order order, DocumentKind kind) {
        return kind.ofParcels() ? !parcels(order, null).isEmpty() : !lines(order, kind, null).isEmpty();
    }

    private DocumentModel ofParcels(Order order, DocumentRequest request, String number, Instant at) {
        List<DocumentModel.Parcel> parcels = parcels(order, request.shipmentId());
        if (parcels.isEmpty()) {
            throw new AmphoraException.Refused(nothing(order, request.kind()));
        }
        return new DocumentModel(request.kind(), number, at, settings.zone(), settings.seller(), order.number(), order.placedAt() == null ? order.createdAt() : order.placedAt(), order.reference(),
                order.wishedDate(), new DocumentModel.Customer(customerNumber(order), order.customerName()), rows(order), order.note(),
                parcels.stream().flatMap(p -> p.lines().stream()).toList(), null, List.of(), null, parcels, null, null);
    }

    /** Of one shipment, or of all that were not given up. */
    private List<DocumentModel.Parcel> parcels(Order order, Long shipmentId) {
        Shipments known = shipments;
        if (known == null) {
            return List.of();
        }
        return known.ofOrder(BY, order.id()).stream().filter(s -> shipmentId == null ? s.state() != ShipmentState.CANCELLED : s.id() == shipmentId)
                .flatMap(s -> s.parcels().stream().map(p -> parcel(s, p))).toList();
    }

    private DocumentModel.Parcel parcel(Shipment s, Shipment.Parcel p) {
        Map<String, String> gtins = gtins(p.items().stream().map(Shipment.Item::sku).toList());
        return new DocumentModel.Parcel(s.number(), p.number(), s.parcels().size(), p.sscc(), s.carrier(), s.service(), p.trackingNumber(), p.weightKg(),
                p.items().stream().map(i -> new DocumentModel.Line(i.position(), i.sku(), i.name(), gtins.get(i.sku()), i.quantity(), i.unit(), null, null, null)).toList());
    }

    /** The SKU where it is a GTIN itself, else the first barcode of the product that is one. */
    private Map<String, String> gtins(List<String> skus) {
        Barcodes known = barcodes;
        Map<String, List<String>> all = known == null ? Map.of() : known.lookup(skus);
        Map<String, String> found = new HashMap<>();
        for (String sku : skus) {
            Stream.concat(Stream.of(sku), all.getOrDefault(sku, List.of()).stream()).filter(c -> Gtin.of(c) != null).findFirst().ifPresent(c -> found.put(sku, c));
        }
        return found;
    }

    private DocumentModel.Offer offer(long id) {
        Quotation quotation = quotations.find(BY, id);
        return new DocumentModel.Offer(quotation.number(), quotation.validUntil());
    }

    static Order.Shipment shipment(Order order, DocumentRequest request) {
        if (request.shipmentId() == null) {
            return null;
        }
        if (request.kind() != DocumentKind.DELIVERY_NOTE && request.kind() != DocumentKind.INVOICE) {
            throw new AmphoraException.Invalid(Problem.of("shipment", "document.shipment", "only a delivery note or an invoice is of a shipment"));
        }
        return order.shipments().stream().filter(s -> s.id() == request.shipmentId()).findFirst().orElseThrow(() -> new AmphoraException.NotFound("shipment", request.shipmentId()));
    }

    private static Problem nothing(Order order, DocumentKind kind) {
        return switch (kind) {
            case PACKING_SLIP, PARCEL_LABEL -> Problem.of("", "document.nothing-packed", "order {0} has nothing in parcels", order.number());
            case QUOTATION -> Problem.of("", "document.not-quoted", "order {0} is {1} and no content of a quotation: there is nothing to offer", order.number(), order.status());
            case ORDER_CONFIRMATION -> Problem.of("", "document.not-confirmed", "order {0} is {1}: there is nothing to confirm", order.number(), order.status());
            case PICKING_LIST -> !order.holding(OrderAction.PICK).isEmpty()
                    ? Problem.of("", "document.on-hold", "order {0} is on hold ({1}): nothing may be picked", order.number(), List.copyOf(order.holding(OrderAction.PICK)))
                    : Problem.of("", "document.nothing-to-pick", "order {0} is {1}: no line waits to be picked", order.number(), order.status());
            case DELIVERY_NOTE -> Problem.of("", "document.nothing-to-deliver", "order {0} is {1}: no line is picked or shipped", order.number(), order.status());
            case INVOICE, CREDIT_NOTE -> throw new IllegalArgumentException("what is billed is kept apart");
        };
    }

    private List<DocumentModel.Line> printed(Order order, List<Order.Line> lines, DocumentKind kind, boolean priced) {
        boolean located = kind == DocumentKind.PICKING_LIST;
        Map<Long, String> names = located ? locations.active().stream().collect(Collectors.toMap(Location::id, l -> l.code() + " · " + l.name())) : Map.of();
        Map<String, Map<Long, Shelves.Place>> shelf = located ? shelves(lines) : Map.of();
        Map<String, String> gtins = priced ? Map.of() : gtins(lines.stream().map(Order.Line::sku).toList());
        Stream<DocumentModel.Line> printed = lines.stream().map(l -> new DocumentModel.Line(l.position(), l.sku(), l.name(), gtins.getOrDefault(l.sku(), Gtin.of(l.sku())), l.quantity(), l.unit(),
                priced ? l.unitPrice() : null, priced ? l.amount() : null, located ? place(order, l, names, shelf.getOrDefault(l.sku(), Map.of())) : null, priced && l.discount().amount().signum() != 0 ? l.discount() : null,
                l.money().discountPercent(), priced ? l.taxRate() : null, l.note(), priced ? List.of() : parts(l)));
        return located ? printed.sorted(Comparator.comparing(DocumentModel.Line::location, Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(DocumentModel.Line::sku)
                .thenComparing(DocumentModel.Line::position)).toList() : printed.toList();
    }

    private static List<DocumentModel.Part> parts(Order.Line line) {
        return line.parts().stream().map(p -> new DocumentModel.Part(p.sku(), p.quantity().multiply(line.quantity()))).toList();
    }

    private Map<String, Map<Long, Shelves.Place>> shelves(List<Order.Line> lines) {
        Shelves known = shelves;
        return known == null ? Map.of() : known.places(lines.stream().map(Order.Line::sku).collect(Collectors.toSet()));
    }

    /** Where its stock is reserved, and its shelf there; a location that was switched off since goes by its id. Nowhere for what no stock is kept of. */
    private static String place(Order order, Order.Line line, Map<Long, String> names, Map<Long, Shelves.Place> shelf) {
        Long id = line.locationId() == null ? order.locationId() : line.locationId();
        if (id == null) {
            return null;
        }
        Shelves.Place at = shelf.getOrDefault(id, Shelves.Place.NONE);
        return Stream.of(names.getOrDefault(id, "#" + id), at.zone(), at.bin()).filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }

    private String customerNumber(Order order) {
        return facts(order).map(Customers.Facts::number).orElse(null);
    }

    /** In which the customer wants to read, if that is known. */
    Optional<String> language(Order order) {
        return facts(order).map(Customers.Facts::language);
    }

    private Optional<Customers.Facts> facts(Order order) {
        return order.customerId() == null ? Optional.empty() : Optional.ofNullable(customers.lookup(Set.of(order.customerId())).get(order.customerId()));
    }

    /** A draft may leave the address to the customer's. */
    private List<String> rows(Order order) {
        boolean entered = order.shipTo() != null && !order.shipTo().equals(Address.EMPTY);
        Address to = entered ? order.shipTo() : order.placedAt() != null ? Address.EMPTY : facts(order).map(Customers.Facts::address).orElse(Address.EMPTY);
        String city = Stream.of(to.postalCode(), to.city()).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return Stream.of(to.recipient() == null ? order.customerName() : to.recipient(), to.street(), city, to.region(), to.country()).filter(s -> s != null && !s.isBlank()).toList();
    }
}
