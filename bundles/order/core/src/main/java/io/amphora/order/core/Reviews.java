package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.common.SearchText;
import io.amphora.customer.api.Customers;
import io.amphora.order.api.Calculation;
import io.amphora.order.api.OrderStatus;
import io.amphora.order.api.ReviewRequest;
import io.amphora.order.core.review.RiskCheck;
import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Prepares what checks look at, with one query for all of them, and asks them. */
@Component(service = Reviews.class)
public final class Reviews {
    private static final String COLUMNS = "select o.order_number, o.customer_reference, o.external_id, o.order_status, o.placed_at, o.historic, o.lines_key, o.id, o.origin_id";
    private static final List<String> OPEN = Stream.of(OrderStatus.values()).filter(s -> !s.isFinal() && s != OrderStatus.DRAFT && s != OrderStatus.DELIVERED).map(Enum::name).toList();
    private static final int RECENT = 10;
    private static final int SAME = 5;

    private final Tx tx;
    private final ReviewBoard board;
    private final OrderSettings settings;
    private final DiscountLimits discounts;
    private final ApprovalRules rules;

    @Activate
    public Reviews(@Reference(target = "(domain=order)") Tx tx, @Reference ReviewBoard board, @Reference OrderSettings settings,
                   @Reference DiscountLimits discounts, @Reference ApprovalRules rules) {
        this.tx = tx;
        this.board = board;
        this.settings = settings;
        this.discounts = discounts;
        this.rules = rules;
    }

    boolean hasOthers() {
        return board.hasOthers();
    }

    /** What checks of other bundles find. To be asked before the transaction that writes: foreign code must not hold a connection. */
    List<Found> ahead(Actor by, CheckedOrder content, Long self) {
        return board.hasOthers() ? board.others(tx.call(em -> request(em, by, content, self, recent(em, content, self)))) : List.of();
    }

    /** What the checks of this bundle find, with what is known already. */
    List<Found> within(EntityManager em, Actor by, CheckedOrder content, Long self, List<Found> ahead) {
        ReviewRequest request = request(em, by, content, self, List.of());
        List<Found> found = new ArrayList<>(board.own(looksBack(em, content, request) ? request(em, by, content, self, recent(em, content, self)) : request));
        found.addAll(ahead);
        rules.needed(content).forEach(s -> found.add(Found.step(s)));
        return found;
    }

    private ReviewRequest request(EntityManager em, Actor by, CheckedOrder o, Long self, List<ReviewRequest.Past> recent) {
        Customers.Facts c = o.customer();
        return new ReviewRequest(o.channel(), o.externalId(), by.name(), c == null ? null : new ReviewRequest.Customer(c.id(), c.number(), c.name(), c.country(), c.blocked(), c.creditLimit(), c.email(), c.phone()),
                o.reference(), o.currency(), o.total(), o.shipTo(), o.wishedDate(), o.note(), OrderStore.now(), lines(o), recent,
                c == null || o.reference() == null ? List.of() : sameReference(em, o, self), c == null || c.creditLimit() == null && settings.now().creditLimit() == null ? null : open(em, o, self),
                discounts.of(by, o));
    }

    private static List<ReviewRequest.Line> lines(CheckedOrder o) {
        List<ReviewRequest.Line> lines = new ArrayList<>(o.lines().size());
        for (int i = 0; i < o.lines().size(); i++) {
            CheckedLine l = o.lines().get(i);
            Calculation.LineResult money = o.money().lines().get(i);
            lines.add(new ReviewRequest.Line(l.sku(), l.name(), l.quantity(), l.unit(), l.unitPrice(), l.listPrice(), money.amount(), money.discount(), money.share(),
                    money.payable().subtract(money.tax()), l.money().cost()));
        }
        return lines;
    }

    /** Our own checks look at earlier orders for the risk score, and for the same lines: whether there are such, the index tells without reading an order, which is most of the cost. */
    private boolean looksBack(EntityManager em, CheckedOrder o, ReviewRequest request) {
        OrderSettings.Values now = settings.now();
        return o.customer() != null && (RiskCheck.looksBack(request, now) || now.duplicateMinutes() > 0 && latest(o, "select o.placed_key, o.lines_key").plainRows(em).stream()
                .anyMatch(r -> r[1] != null && OrderRows.number(r[1]) == o.linesKey()));
    }

    private static List<ReviewRequest.Past> recent(EntityManager em, CheckedOrder o, Long self) {
        return o.customer() == null ? List.of() : past(em, latest(o, COLUMNS).plainRows(em), o, self).stream().limit(RECENT).toList();
    }

    /** One more, as this one may be among them. The latest may still be on their way: one customer may stand for all buyers of a channel. */
    private static Sql latest(CheckedOrder o, String columns) {
        return Sql.of(columns + OrderWalks.from("orders_by_customer") + "o.customer_id = ? order by o.placed_key desc", o.customerId()).first(RECENT + 1).withoutWaiting();
    }

    private static List<ReviewRequest.Past> sameReference(EntityManager em, CheckedOrder o, Long self) {
        Sql sql = Sql.of(COLUMNS + OrderWalks.from("orders_by_reference") + "o.reference_lower = ? and o.customer_id = ? order by o.placed_key desc",
                SearchText.key(o.reference(), 60), o.customerId()).first(SAME + 1).withoutWaiting();
        return past(em, sql.rows(em), o, self).stream().filter(p -> o.reference().equalsIgnoreCase(p.reference())).limit(SAME).toList();
    }

    /** Orders that were parted from one another are one order of the customer: none of them is a double of the other. */
    private static List<ReviewRequest.Past> past(EntityManager em, List<Object[]> rows, CheckedOrder o, Long self) {
        long same = o.linesKey();
        Long origin = self == null || rows.isEmpty() ? null
                : Sql.of("select coalesce(o.origin_id, o.id) from orders o where o.id = ?", self).withoutWaiting().<Number>values(em).stream().findFirst().map(Number::longValue).orElse(self);
        return rows.stream().filter(r -> r[4] != null && !Objects.equals(OrderRows.number(r[7]), self) && !Objects.equals(OrderRows.number(r[8] == null ? r[7] : r[8]), origin)).map(r -> new ReviewRequest.Past((String) r[0], (String) r[1], (String) r[2],
                OrderStatus.valueOf((String) r[3]), OrderRows.instant(r[4]), (Boolean) r[5], r[6] != null && OrderRows.number(r[6]) == same)).toList();
    }

    private static BigDecimal open(EntityManager em, CheckedOrder o, Long self) {
        Sql sql = Sql.of("select sum(o.total)" + OrderWalks.from("orders_by_customer") + "o.customer_id = ? and o.historic = ? and o.currency = ? and o.id <> ?", o.customerId(), false,
                o.currency(), self == null ? -1L : self).in(" and o.order_status in", OPEN);
        BigDecimal sum = sql.<BigDecimal>values(em).get(0);
        return sum == null ? BigDecimal.ZERO : sum;
    }
}
