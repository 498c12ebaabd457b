package io.amphora.order.core;

import static io.amphora.order.core.OrderFixture.ALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.catalog.api.Product;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.customer.api.Customers;
import io.amphora.identity.api.Role;
import io.amphora.order.api.Discount;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderStatus;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

/** The limit for discounts holds whichever way an order takes; so do margin and the customer's credit. */
@BothDatabases(OrderEntities.class)
class DiscountReviewTest {
    private static final Actor SAM = new Actor("sam", "Sam", Set.of("order.enter", "order.read"));
    private static final Actor MIA = new Actor("mia", "Mia", Set.of("order.enter", "order.read", "order.review"));

    private OrderFixture orders;

    @BeforeEach
    void setUp(TestDatabase db) {
        db.clear();
        orders = new OrderFixture(db);
        orders.twins.roles.putAll(Map.of("sam", Set.of(Role.SALES), "mia", Set.of(Role.SALES, Role.MANAGER)));
        orders.twins.settings.put(OrderSettings.DISCOUNT_LIMITS, "SALES=10\nMANAGER=30\n*=5");
        orders.twins.settings.put(OrderSettings.PRICE_TOLERANCE, "100");
    }

    private static NewOrder order(Discount whole, String price, Discount own) {
        return new NewOrder("rest", null, 1L, null, "EUR", null, null, null, List.of(new NewOrder.Line("SKU-1", BigDecimal.TEN, price == null ? null : new BigDecimal(price), own, null, null)),
                null, whole, List.of(), null);
    }

    private static List<String> found(Order order) {
        return order.findings().stream().map(f -> f.problem().code().replace(".review", "") + " " + f.problem().field()).toList();
    }

    @TestTemplate
    void moreThanTheOwnRolesAllowIsFound() {
        assertThat(orders.entry.place(SAM, order(null, null, Discount.percent("10"))).status()).isEqualTo(OrderStatus.APPROVED);
        Order more = orders.entry.place(SAM, order(null, null, Discount.percent("10.1")));

        assertThat(more.status()).isEqualTo(OrderStatus.IN_REVIEW);
        assertThat(more.findings()).extracting(f -> f.problem().message()).containsExactly("10.1 % off is above the limit of 10 % of sam");
        assertThat(orders.entry.place(MIA, order(null, null, Discount.percent("30"))).status()).isEqualTo(OrderStatus.APPROVED);
    }

    @TestTemplate
    void neitherAHeaderDiscountNorALowerPriceNorTheirSumIsAWayRound() {
        assertThat(found(orders.entry.place(SAM, order(Discount.amount("10.01"), null, null)))).containsExactly("order.discount discount");
        assertThat(found(orders.entry.place(SAM, order(null, "8.99", null)))).containsExactly("order.discount lines[0].discount");
        assertThat(found(orders.entry.place(SAM, order(Discount.percent("4"), "9.60", Discount.percent("4"))))).containsExactly("order.discount lines[0].discount", "order.discount discount");
    }

    @TestTemplate
    void draftsEditsCopiesAndChannelsAreLookedAtLikeEntry() {
        Order draft = orders.entry.draft(MIA, order(null, null, Discount.percent("25")));
        assertThat(found(orders.entry.submit(SAM, draft.id(), draft.version()))).containsExactly("order.discount lines[0].discount");
        Order small = orders.entry.draft(SAM, order(null, null, null));
        Order large = orders.entry.changeDraft(SAM, small.id(), small.version(), order(null, null, Discount.percent("25")));
        Order placed = orders.entry.submit(SAM, large.id(), large.version());
        assertThat(found(placed)).containsExactly("order.discount lines[0].discount");
        Order copy = orders.entry.copy(SAM, placed.id(), "console");
        assertThat(copy.lines().get(0).discount().amount()).isZero();
        assertThat(found(orders.entry.place(Actor.system("channel"), order(null, null, Discount.percent("6"))))).containsExactly("order.discount lines[0].discount");
        assertThatThrownBy(() -> orders.actions.approve(SAM, placed.id(), placed.version(), "x")).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThat(orders.actions.approve(MIA, placed.id(), placed.version(), "good customer").status()).isEqualTo(OrderStatus.APPROVED);
    }

    @TestTemplate
    void tooLittleMarginIsFoundAfterAllDiscountsAndWithoutTax() {
        orders.twins.settings.put(OrderSettings.MIN_MARGIN, "20");
        orders.twins.products.put("SKU-1", new Product(1, "SKU-1", "One", "pcs", Money.of("10.00", "EUR"), null, true, true, 1, new BigDecimal("25"), new BigDecimal("6.00"), List.of()));
        orders.twins.settings.put(OrderSettings.PRICES_INCLUDE_TAX, "true");

        assertThat(orders.entry.place(ALL, order(null, null, null)).status()).isEqualTo(OrderStatus.APPROVED);
        assertThat(found(orders.entry.place(ALL, order(Discount.amount("7.00"), null, null)))).contains("order.margin lines[0].unitPrice");
    }

    @TestTemplate
    void theCustomersOwnCreditLimitGoesBeforeThatOfTheInstallation() {
        orders.twins.settings.put(OrderSettings.CREDIT_LIMIT, "150");
        orders.twins.customers.put(1L, new Customers.Facts(1, "C-1", "Ada", "United Kingdom", false, Twins.ADDRESS, null, new BigDecimal("250")));

        assertThat(orders.entry.place(ALL, order(null, null, null)).status()).isEqualTo(OrderStatus.APPROVED);
        assertThat(orders.entry.place(ALL, order(null, null, null)).status()).isEqualTo(OrderStatus.APPROVED);
        assertThat(found(orders.entry.place(ALL, order(null, null, null)))).containsExactly("order.credit total");
        orders.twins.customers.put(1L, new Customers.Facts(1, "C-1", "Ada", "United Kingdom", false, Twins.ADDRESS, null, BigDecimal.ZERO));
        assertThat(found(orders.entry.place(ALL, order(null, null, null)))).containsExactly("order.credit total");
    }
}
