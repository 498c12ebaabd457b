package io.amphora.order.core;

import io.amphora.common.SearchText;
import io.amphora.customer.api.Address;
import io.amphora.order.api.Calculation;
import io.amphora.order.api.Discount;
import io.amphora.order.api.Hold;
import io.amphora.order.api.HoldType;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderPricing;
import io.amphora.order.api.OrderStatus;
import io.amphora.order.api.Promise;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The head of an order. Its status, total and number of lines are always derived from the lines and kept for the lists. */
@Entity
@Table(name = "orders")
public class OrderEntity {
    private static final long FIRST_NUMBER = 100_000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_orders")
    @SequenceGenerator(name = "s_orders", sequenceName = "s_orders", allocationSize = 500)
    private Long id;
    @Column(name = "order_number")
    private String number;
    @Column(name = "number_lower")
    private String numberLower;
    @Column(name = "import_source")
    private String importSource = "";
    @Column(name = "import_run")
    private Long importRun;
    private boolean historic;
    /** Of an order that was parted from another: the first of them. */
    @Column(name = "origin_id")
    private Long originId;
    @Enumerated(EnumType.STRING)
    @Column(name = "order_kind")
    private Order.Kind kind = Order.Kind.SALE;
    @Enumerated(EnumType.STRING)
    @Column(name = "order_status")
    private OrderStatus status = OrderStatus.DRAFT;
    private String channel;
    @Column(name = "external_id")
    private String externalId;
    @Column(name = "customer_id")
    private Long customerId;
    @Column(name = "customer_name")
    private String customerName;
    @Column(name = "name_lower")
    private String nameLower;
    @Column(name = "customer_reference")
    private String reference;
    @Column(name = "reference_lower")
    private String referenceLower;
    private String currency;
    private BigDecimal total = BigDecimal.ZERO;
    @Column(name = "discount_percent")
    private BigDecimal discountPercent;
    @Column(name = "discount_amount")
    private BigDecimal discountAmount;
    @Column(name = "prices_include_tax")
    private Boolean pricesIncludeTax;
    @Column(name = "charges_payable")
    private BigDecimal chargesPayable;
    @Column(name = "line_count")
    private int lineCount;
    @Embedded
    private ShipTo shipTo;
    @Column(name = "wished_date")
    private LocalDate wishedDate;
    private String note;
    @Column(name = "lines_key")
    private Long linesKey;
    private boolean withdrawn;
    @Embedded
    private PromiseDates promised;
    @Column(name = "due_date")
    private LocalDate due;
    @Column(name = "quotation_id")
    private Long quotationId;
    @Column(name = "hold_types")
    private String holdTypes;
    @Column(name = "ship_complete")
    private boolean shipComplete;
    private Boolean backorders;
    private int priority;
    @Column(name = "revision_no")
    private int revision = 1;
    @Column(name = "open_steps")
    private int openSteps;
    private boolean backordered;
    /** As it was read to be changed. */
    @Transient
    private Order found;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "placed_at")
    private Instant placedAt;
    @Column(name = "placed_key")
    private long placedKey;
    @Column(name = "changed_at")
    private Instant changedAt;
    @Column(name = "created_by")
    private String createdBy;
    @Column(name = "location_id")
    private Long locationId;
    private String assignee;
    @Version
    private long version;
    @OneToMany(mappedBy = "order", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("lineNo")
    private List<OrderLineEntity> lines = new ArrayList<>();
    /** To be touched only if the order has some. */
    @OneToMany(mappedBy = "order", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("chargeNo")
    private List<ChargeEntity> charges = new ArrayList<>();

    protected OrderEntity() {
    }

    OrderEntity(CheckedOrder content, String by, Instant now) {
        channel = content.channel();
        externalId = content.externalId();
        createdBy = by;
        createdAt = now;
        take(content);
        addAll(content, by);
        touched(now);
    }

    private void addAll(CheckedOrder content, String by) {
        for (int i = 0; i < content.lines().size(); i++) {
            CheckedLine line = content.lines().get(i);
            lines.add(new OrderLineEntity(this, i + 1, line, pricing(content, i, by), content.money().lines().get(i).amount()));
        }
    }

    private static LinePricing pricing(CheckedOrder content, int line, String by) {
        return new LinePricing(content.lines().get(line), content.money().lines().get(line), content.money().plain(), by);
    }

    /** Everything but the lines. */
    private void take(CheckedOrder content) {
        customerId = content.customerId();
        customerName = content.customerName();
        nameLower = content.customerName() == null ? null : SearchText.key(content.customerName(), 60);
        reference = content.reference();
        referenceLower = content.reference() == null ? null : SearchText.key(content.reference(), 60);
        currency = content.currency();
        shipTo = new ShipTo(content.shipTo());
        wishedDate = content.wishedDate();
        deliver(content.delivery());
        note = content.note();
        linesKey = content.linesKey();
        discountPercent = content.discount() == null ? null : content.discount().percent();
        discountAmount = content.discount() == null ? null : content.discount().amount();
        pricesIncludeTax = content.money().plain() ? null : content.pricesIncludeTax();
        charge(content);
    }

    private void charge(CheckedOrder content) {
        if (chargesPayable != null) {
            charges.clear();
        }
        chargesPayable = content.charges().isEmpty() ? null : content.money().chargesPayable();
        for (int i = 0; i < content.charges().size(); i++) {
            charges.add(new ChargeEntity(this, i + 1, content.charges().get(i), content.money().charges().get(i)));
        }
    }

    /** Gives the number; the id must be known. */
    void numbered() {
        number = "A-" + (FIRST_NUMBER + id);
        numberLower = SearchText.key(number, 60);
        placedKey = PlacedKey.of(placedAt == null ? createdAt : placedAt, id);
    }

    /** Other content for a draft. Lines at the beginning and the end that are of the same products stay rows: one that is typed into a long order writes one. */
    void replace(CheckedOrder content, String by, Instant now) {
        take(content);
        List<CheckedLine> wanted = content.lines();
        int head = sameSkus(wanted, Math.min(lines.size(), wanted.size()), 0, 0, 1);
        int tail = sameSkus(wanted, Math.min(lines.size(), wanted.size()) - head, lines.size() - 1, wanted.size() - 1, -1);
        List<OrderLineEntity> gone = new ArrayList<>();
        while (lines.size() > head + tail) {
            gone.add(lines.remove(head));
        }
        for (int i = 0; i < wanted.size(); i++) {
            BigDecimal amount = content.money().lines().get(i).amount();
            if (i >= head && i < wanted.size() - tail) {
                OrderLineEntity line = new OrderLineEntity(this, i + 1, wanted.get(i), pricing(content, i, by), amount);
                gone.stream().filter(b -> b.sku().equals(line.sku())).findFirst().ifPresent(line::sameTrace);
                lines.add(i, line);
            } else {
                lines.get(i).enter(i + 1, wanted.get(i), pricing(content, i, by), amount);
            }
        }
        touched(now);
    }

    /** How many lines in a row, from here on in this direction, are of the same products. */
    private int sameSkus(List<CheckedLine> wanted, int most, int here, int there, int step) {
        int same = 0;
        while (same < most && lines.get(here + same * step).sku().equals(wanted.get(there + same * step).sku())) {
            same++;
        }
        return same;
    }

    /** The content of a draft, checked and completed, becomes that of a placed order. */
    void complete(CheckedOrder content, String by) {
        take(content);
        for (int i = 0; i < lines.size(); i++) {
            OrderLineEntity line = lines.get(i);
            CheckedLine checked = content.lines().get(i);
            line.take(checked, line.sameTrace(checked, pricing(content, i, by)), content.money().lines().get(i).amount());
        }
    }

    void placed(LineStatus next, Instant now) {
        placedAt = now;
        placedKey = PlacedKey.of(now, id);
        lines.forEach(l -> l.moveTo(next));
        touched(now);
    }

    OrderLineEntity split(OrderLineEntity line, BigDecimal part) {
        OrderLineEntity other = line.split(lines.stream().mapToInt(OrderLineEntity::lineNo).max().orElseThrow() + 1, part, currency, pricesIncludeTax());
        lines.add(other);
        return other;
    }

    void assignedTo(long location, String who) {
        locationId = location;
        assignee = who;
    }

    /** A draft without lines has nothing that could be cancelled but itself. */
    void withdraw() {
        withdrawn = true;
    }

    /** Derives what depends on the lines; the head always changes, so its version stands for the whole order. */
    void touched(Instant now) {
        status = withdrawn ? OrderStatus.CANCELLED : OrderStatus.of(lines.stream().map(OrderLineEntity::status).toList());
        List<OrderLineEntity> live = lines.stream().filter(l -> l.status() != LineStatus.CANCELLED && l.status() != LineStatus.REJECTED).toList();
        boolean charged = chargesPayable != null && !withdrawn && (!live.isEmpty() || lines.isEmpty());
        total = live.stream().map(OrderLineEntity::payable).reduce(charged ? chargesPayable : BigDecimal.ZERO, BigDecimal::add);
        lineCount = lines.size();
        backordered = lines.stream().anyMatch(OrderLineEntity::backordered);
        due = earliestDue();
        changedAt = changedAt != null && !now.isAfter(changedAt) ? changedAt.plusNanos(1000) : now;
    }

    private LocalDate earliestDue() {
        LocalDate whole = promise().current();
        return lines.stream().filter(l -> l.status().isBeforeShipping()).map(l -> l.promise().made() ? l.promise().current() : whole).filter(Objects::nonNull).min(LocalDate::compareTo)
                .orElse(null);
    }

    LocalDate wishedDate() {
        return wishedDate;
    }

    Promise promise() {
        return PromiseDates.promise(promised);
    }

    void promise(Promise promise) {
        promised = PromiseDates.of(promise);
    }

    /** A draft nobody wants. */
    void dropped() {
        if (lines.isEmpty()) {
            withdraw();
        }
        lines.forEach(l -> l.moveTo(LineStatus.CANCELLED));
    }

    /** Another reference of the customer's. */
    void refer(String own) {
        reference = own;
        referenceLower = SearchText.key(own, 60);
    }

    /** Null for most orders. */
    Long quotationId() {
        return quotationId;
    }

    void quotedAs(Long quotation) {
        quotationId = quotation;
    }

    /** Null while the order knows no tax, discount or charge: then the installation's setting holds. */
    Boolean frozenTax() {
        return pricesIncludeTax;
    }

    boolean pricesIncludeTax() {
        return Boolean.TRUE.equals(pricesIncludeTax);
    }

    Discount discount() {
        return discountPercent == null && discountAmount == null ? null : new Discount(discountPercent, discountAmount);
    }

    /** Of an amount off the whole this much goes with lines that leave; they are in another order then. */
    void discountLeaves(BigDecimal shares, OrderEntity to) {
        if (discountAmount != null) {
            to.discountAmount = shares.signum() == 0 ? null : shares;
            BigDecimal rest = discountAmount.subtract(shares);
            discountAmount = rest.signum() <= 0 ? null : rest;
        }
    }

    /** What the charges come to, in their order. */
    List<Calculation.ChargeResult> chargeResults() {
        return chargesPayable == null ? List.of() : charges.stream().map(ChargeEntity::result).toList();
    }

    /** As they were entered. */
    List<NewOrder.Charge> enteredCharges() {
        return chargesPayable == null ? List.of() : charges.stream().map(ChargeEntity::entered).toList();
    }

    private OrderPricing pricing() {
        Discount discount = discount();
        if (discount == null && chargesPayable == null && pricesIncludeTax == null) {
            return OrderPricing.PLAIN;
        }
        return new OrderPricing(discount == null ? null : new Discount(plain(discountPercent), plain(discountAmount)), pricesIncludeTax(),
                chargesPayable == null ? List.of() : charges.stream().map(c -> c.toCharge(currency)).toList());
    }

    private static BigDecimal plain(BigDecimal number) {
        return number == null ? null : Numbers.quantity(number);
    }

    void deliver(NewOrder.Delivery delivery) {
        shipComplete = delivery.shipComplete();
        backorders = delivery.backorders();
        priority = delivery.priority();
    }

    NewOrder.Delivery delivery() {
        return new NewOrder.Delivery(shipComplete, backorders, priority);
    }

    boolean backordered() {
        return backordered;
    }

    int openSteps() {
        return openSteps;
    }

    void openSteps(int open) {
        openSteps = open;
    }

    int revision() {
        return revision;
    }

    void nextRevision() {
        revision++;
    }

    /**
     * The order, and these of its lines, are as this says.
     *
     * @param of in the order of the content; null for a line that is not there yet
     * @return the same, with the new lines
     */
    List<OrderLineEntity> amended(CheckedOrder content, List<OrderLineEntity> of, String by) {
        take(content);
        List<OrderLineEntity> all = new ArrayList<>();
        for (int i = 0; i < of.size(); i++) {
            CheckedLine checked = content.lines().get(i);
            BigDecimal amount = content.money().lines().get(i).amount();
            OrderLineEntity line = of.get(i);
            if (line == null) {
                line = new OrderLineEntity(this, lines.stream().mapToInt(OrderLineEntity::lineNo).max().orElse(0) + 1, checked, pricing(content, i, by), amount);
                lines.add(line);
            } else {
                line.take(checked, line.sameTrace(checked, pricing(content, i, by)), amount);
            }
            all.add(line);
        }
        return all;
    }

    /** Somebody must give it to a location again. */
    void unassigned() {
        locationId = null;
        assignee = null;
    }

    /** An order without lines, otherwise like this one and as old. */
    OrderEntity sibling(LocalDate wished) {
        OrderEntity other = new OrderEntity();
        other.originId = originId == null ? id : originId;
        other.channel = channel;
        other.customerId = customerId;
        other.customerName = customerName;
        other.nameLower = nameLower;
        other.reference = reference;
        other.referenceLower = referenceLower;
        other.currency = currency;
        other.shipTo = shipTo == null ? null : new ShipTo(shipTo.toAddress());
        other.wishedDate = wished == null ? wishedDate : wished;
        other.note = note;
        other.deliver(delivery());
        other.discountPercent = discountPercent;
        other.pricesIncludeTax = pricesIncludeTax;
        other.promised = PromiseDates.of(promise());
        other.createdAt = createdAt;
        other.placedAt = placedAt;
        other.createdBy = createdBy;
        other.locationId = locationId;
        other.assignee = assignee;
        return other;
    }

    /** Keeps what it is like before it is changed. */
    void foundAs(Order before) {
        found = before;
    }

    /** Null if nobody means to change it. */
    Order found() {
        return found;
    }

    String channel() {
        return channel;
    }

    Long customerId() {
        return customerId;
    }

    Instant placedAt() {
        return placedAt;
    }

    Instant createdAt() {
        return createdAt;
    }

    int lineCount() {
        return lines.size();
    }

    String currency() {
        return currency;
    }

    Long linesKey() {
        return linesKey;
    }

    Address shipTo() {
        return shipTo == null ? Address.EMPTY : shipTo.toAddress();
    }

    long placedKey() {
        return placedKey;
    }

    int priority() {
        return priority;
    }

    boolean shipComplete() {
        return shipComplete;
    }

    boolean everHeld() {
        return holdTypes != null;
    }

    Set<HoldType> openHolds() {
        return HoldTypes.of(holdTypes);
    }

    void onHold(Set<HoldType> open) {
        holdTypes = HoldTypes.text(open);
    }

    long id() {
        return id;
    }

    String number() {
        return number;
    }

    OrderStatus status() {
        return status;
    }

    boolean historic() {
        return historic;
    }

    String createdBy() {
        return createdBy;
    }

    BigDecimal total() {
        return total;
    }

    Long locationId() {
        return locationId;
    }

    String assignee() {
        return assignee;
    }

    long version() {
        return version;
    }

    List<OrderLineEntity> lines() {
        return lines;
    }

    Order toOrder(List<Order.Finding> findings, List<Order.Shipment> shipments) {
        return toOrder(findings, shipments, List.of());
    }

    Order toOrder(List<Order.Finding> findings, List<Order.Shipment> shipments, List<Hold> holds) {
        return new Order(id, number, kind, channel, externalId, customerId, customerName, reference, status, Numbers.money(total, currency),
                shipTo == null ? Address.EMPTY : shipTo.toAddress(), wishedDate, note, createdAt, placedAt, createdBy, locationId, assignee, historic,
                lines.stream().map(l -> l.toLine(currency)).toList(), findings, shipments, version, holds,
                new Order.Terms(shipComplete, backorders, priority, revision, openSteps), promise(), quotationId, pricing());
    }
}
