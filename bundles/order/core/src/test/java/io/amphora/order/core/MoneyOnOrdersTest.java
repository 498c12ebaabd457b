package io.amphora.order.core;

import static io.amphora.order.core.OrderFixture.ALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.Problem;
import io.amphora.order.api.Amendment;
import io.amphora.order.api.ChargeType;
import io.amphora.order.api.Discount;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAmendments;
import io.amphora.order.api.OrderRearrangements;
import io.amphora.order.api.OrderSums;
import io.amphora.order.api.SalesFacts;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(OrderEntities.class)
class MoneyOnOrdersTest {
    private static final BigDecimal NINETEEN = new BigDecimal("19");
    private static final NewOrder.Charge SHIPPING = new NewOrder.Charge(ChargeType.SHIPPING, "Express", new BigDecimal("5.00"), NINETEEN);

    private OrderFixture orders;

    @BeforeEach
    void setUp(TestDatabase db) {
        db.clear();
        orders = new OrderFixture(db);
        orders.twins.settings.put(OrderSettings.PRICE_TOLERANCE, "100");
    }

    private static NewOrder.Line line(String sku, String quantity, Discount discount, String rate) {
        return new NewOrder.Line(sku, new BigDecimal(quantity), null, discount, rate == null ? null : new BigDecimal(rate), null);
    }

    private static NewOrder order(Discount discount, Boolean included, List<NewOrder.Charge> charges, NewOrder.Line... lines) {
        return new NewOrder("rest", null, 1L, null, "EUR", null, null, null, List.of(lines), null, discount, charges, included);
    }

    private static NewOrder full() {
        return order(Discount.percent("10"), false, List.of(SHIPPING), line("SKU-1", "3", Discount.percent("5"), "19"), line("SKU-2", "1", Discount.amount("1.00"), "7"), line("SKU-3", "1", null, null));
    }

    private static void addsUp(Order order) {
        OrderSums s = OrderSums.of(order);
        assertThat(s.total()).isEqualTo(order.total());
        assertThat(s.goods().minus(s.discounts()).minus(s.discount()).plus(s.charges()).plus(s.taxAdded())).isEqualTo(order.total());
    }

    @TestTemplate
    void plainAmountsAreInTheCurrencysMinorUnitToo() {
        Order o = orders.entry.place(ALL, OrderFixture.anOrder().with("SKU-1", "1.001").with("SKU-1", "1", "14.3333").build());
        assertThat(o.lines()).extracting(l -> l.amount().amount()).usingElementComparator(BigDecimal::compareTo).containsExactly(new BigDecimal("10.01"), new BigDecimal("14.33"));
        assertThat(o.total()).isEqualTo(Money.of("24.34", "EUR"));
    }

    @TestTemplate
    void everyNumberIsComputedLineByLine() {
        Order placed = orders.entry.place(ALL, full());

        assertThat(placed.lines()).extracting(l -> l.amount().toString(), l -> l.discount().toString(), l -> l.share().toString(), l -> l.tax().toString(), l -> l.payable().toString())
                .containsExactly(tuple("30.00 EUR", "1.50 EUR", "2.85 EUR", "4.87 EUR", "30.52 EUR"), tuple("10.00 EUR", "1.00 EUR", "0.90 EUR", "0.57 EUR", "8.67 EUR"),
                        tuple("10.00 EUR", "0.00 EUR", "1.00 EUR", "0.00 EUR", "9.00 EUR"));
        assertThat(placed.charges()).singleElement().satisfies(c -> assertThat(c.payable()).isEqualTo(Money.of("5.95", "EUR")));
        assertThat(placed.total()).isEqualTo(Money.of("54.14", "EUR"));
        assertThat(OrderSums.of(placed).taxes()).extracting(t -> t.rate().toPlainString(), t -> t.net().toString(), t -> t.tax().toString())
                .containsExactly(tuple("7", "8.10 EUR", "0.57 EUR"), tuple("19", "30.65 EUR", "5.82 EUR"));
        addsUp(placed);
        assertThat(orders.queries.find(ALL, placed.id())).isEqualTo(placed);
    }

    @TestTemplate
    void reportsCountWhatIsLeftAfterDiscountsWithoutTax() {
        orders.entry.place(ALL, full());
        orders.entry.place(ALL, order(null, false, List.of(), line("SKU-1", "2", null, null)));

        assertThat(new SalesFactsService(orders.tx).sums(ALL, List.of(SalesFacts.Dimension.SKU), SalesFacts.Filter.ALL, 0)).extracting(s -> s.keys().get(0), s -> s.amount().toPlainString())
                .containsExactly(tuple("SKU-1", "45.65"), tuple("SKU-2", "8.1"), tuple("SKU-3", "9"));
    }

    @TestTemplate
    void pricesMayIncludeTheTaxAndThatIsFrozen() {
        orders.twins.settings.put(OrderSettings.PRICES_INCLUDE_TAX, "true");
        Order placed = orders.entry.place(ALL, order(null, null, List.of(), line("SKU-1", "1", null, "19")));
        orders.twins.settings.put(OrderSettings.PRICES_INCLUDE_TAX, "false");

        assertThat(placed.total()).isEqualTo(Money.of("10.00", "EUR"));
        assertThat(placed.lines().get(0).tax()).isEqualTo(Money.of("1.60", "EUR"));
        assertThat(orders.queries.find(ALL, placed.id())).isEqualTo(placed).extracting(Order::pricesIncludeTax).isEqualTo(true);
    }

    @TestTemplate
    void theProductsTaxHoldsUnlessAnotherIsNamed() {
        orders.twins.product("TAXED", "10.00", true, true);
        orders.twins.products.computeIfPresent("TAXED", (sku, p) -> new io.amphora.catalog.api.Product(p.id(), sku, p.name(), p.unit(), p.price(), null, true, true, 1, NINETEEN, null, List.of()));

        assertThat(orders.entry.place(ALL, order(null, false, List.of(), line("TAXED", "1", null, null))).total()).isEqualTo(Money.of("11.90", "EUR"));
        assertThat(orders.entry.place(ALL, order(null, false, List.of(), line("TAXED", "1", null, "0"))).total()).isEqualTo(Money.of("10.00", "EUR"));
    }

    @TestTemplate
    void cancellingTakesTheSharesAlongAndTheLastLineTheCharges() {
        Order placed = orders.entry.place(ALL, full());
        Order one = orders.actions.cancel(ALL, placed.id(), placed.version(), Set.of(placed.lines().get(0).id()), "x");

        assertThat(one.total()).isEqualTo(Money.of("23.62", "EUR"));
        assertThat(one.lines()).extracting(Order.Line::payable).isEqualTo(placed.lines().stream().map(Order.Line::payable).toList());
        addsUp(one);

        Order none = orders.actions.cancel(ALL, one.id(), one.version(), Set.of(), "y");
        assertThat(none.total().amount()).isZero();
        addsUp(none);
    }

    @TestTemplate
    void splittingPartsEveryNumberExactly() {
        Order placed = orders.entry.place(ALL, full());
        Order split = orders.actions.split(ALL, placed.id(), placed.version(), placed.lines().get(0).id(), BigDecimal.ONE);

        Order.Line before = placed.lines().get(0);
        Order.Line rest = split.lines().get(0);
        Order.Line part = split.lines().get(3);
        assertThat(rest.amount().plus(part.amount())).isEqualTo(before.amount());
        assertThat(rest.discount().plus(part.discount())).isEqualTo(before.discount());
        assertThat(rest.share().plus(part.share())).isEqualTo(before.share());
        assertThat(rest.tax().plus(part.tax())).isEqualTo(before.tax());
        assertThat(rest.payable().plus(part.payable())).isEqualTo(before.payable());
        assertThat(split.total()).isEqualTo(placed.total());
        addsUp(split);
    }

    @TestTemplate
    void draftsKeepWhatWasEnteredAndWhoNamedAPrice() {
        NewOrder.Line cheap = new NewOrder.Line("SKU-1", new BigDecimal("2"), new BigDecimal("8"), Discount.percent("5"), NINETEEN, "wrap it");
        Order draft = orders.entry.draft(OrderFixture.CLERK, order(Discount.amount("1.00"), false, List.of(SHIPPING), cheap, line("SKU-2", "1", null, null)));
        Order placed = orders.entry.submit(ALL, draft.id(), draft.version());

        assertThat(placed.total()).isEqualTo(draft.total());
        assertThat(placed.discount()).isEqualTo(draft.discount());
        assertThat(placed.charges()).isEqualTo(draft.charges());
        assertThat(placed.lines()).extracting(Order.Line::note, l -> l.money().priceBy(), l -> l.money().listPrice().toString(), Order.Line::payable)
                .containsExactly(tuple("wrap it", "system:clerk", "10.00 EUR", draft.lines().get(0).payable()), tuple(null, null, "10.00 EUR", draft.lines().get(1).payable()));
        Order copy = orders.entry.copy(ALL, placed.id(), "rest");
        assertThat(copy.discount()).isNull();
        assertThat(copy.charges()).isEmpty();
    }

    @TestTemplate
    void changingADraftReplacesDiscountsAndCharges() {
        Order draft = orders.entry.draft(ALL, full());
        Order other = orders.entry.changeDraft(ALL, draft.id(), draft.version(), order(null, false, List.of(new NewOrder.Charge(ChargeType.GIFT_WRAP, null, BigDecimal.ONE, null)), line("SKU-1", "1", null, null)));

        assertThat(other.total()).isEqualTo(Money.of("11.00", "EUR"));
        Order plain = orders.entry.changeDraft(ALL, other.id(), other.version(), order(null, false, List.of(), line("SKU-1", "1", null, null)));
        assertThat(orders.queries.find(ALL, draft.id())).isEqualTo(plain);
        assertThat(plain.charges()).isEmpty();
        assertThat(plain.total()).isEqualTo(Money.of("10.00", "EUR"));
    }

    @TestTemplate
    void allThatIsWrongWithTheMoneyIsNamedAtOnce() {
        NewOrder wrong = order(new Discount(BigDecimal.ONE, BigDecimal.ONE), null, List.of(new NewOrder.Charge(null, null, new BigDecimal("-1"), new BigDecimal("101"))),
                line("SKU-1", "1", Discount.amount("10.01"), "100.5"), line("SKU-2", "1", Discount.percent("1E+99"), null), line("SKU-3", "1", Discount.amount("0.001"), null));

        assertThatThrownBy(() -> orders.entry.place(ALL, wrong)).isInstanceOfSatisfying(AmphoraException.Invalid.class,
                e -> assertThat(e.problems()).extracting(Problem::field).contains("discount", "charges[0].type", "charges[0].amount", "charges[0].taxRate", "lines[0].discount.amount",
                        "lines[0].taxRate", "lines[1].discount.percent", "lines[2].discount.amount"));
    }

    @TestTemplate
    void anOrderThatUsesNoneOfItKeepsItsRowsEmpty() {
        Order placed = orders.entry.place(ALL, order(null, true, List.of(), new NewOrder.Line("SKU-1", new BigDecimal("3"), new BigDecimal("9.9999"))));

        assertThat(placed.total()).isEqualTo(Money.of("30.00", "EUR"));
        assertThat(placed.lines()).extracting(Order.Line::status).containsExactly(LineStatus.APPROVED);
        Object[] row = orders.tx.call(em -> io.amphora.platform.api.Sql.of("select o.prices_include_tax, o.charges_payable, l.payable, l.tax from orders o join order_line l on l.order_id = o.id where o.id = ?",
                placed.id()).rows(em).get(0));
        assertThat(row).containsOnlyNulls();
    }

    @TestTemplate
    void amendingChangesDiscountsAndChargesAndSaysWhatThatComesTo() {
        Order o = orders.entry.place(ALL, full());
        List<Amendment.Line> lines = List.of(
                new Amendment.Line(o.lines().get(0).id(), null, new BigDecimal("3"), null, new Amendment.Terms(Discount.amount("2.00"), NINETEEN, "ring twice")),
                new Amendment.Line(o.lines().get(1).id(), null, BigDecimal.ONE, null), new Amendment.Line(o.lines().get(2).id(), null, BigDecimal.ONE, null));
        Amendment change = new Amendment(o.reference(), o.shipTo(), o.wishedDate(), o.note(), lines, new Amendment.Pricing(Discount.amount("4.00"), List.of()));

        OrderAmendments.Preview preview = orders.amendments.preview(ALL, o.id(), o.version(), change);
        assertThat(preview.differences()).extracting(OrderAmendments.Difference::field).containsExactly("lines[SKU-1].discount", "lines[SKU-1].note", "discount", "charges", "total");
        Order after = orders.amendments.amend(ALL, o.id(), o.version(), change, "as agreed");

        addsUp(after);
        assertThat(preview.after()).isEqualTo(after.total());
        assertThat(preview.difference()).isEqualTo(after.total().minus(o.total()));
        assertThat(after.discount()).isEqualTo(Discount.amount("4"));
        assertThat(after.charges()).isEmpty();
        assertThat(after.lines().get(0).note()).isEqualTo("ring twice");
        assertThat(after.lines().get(1).discount()).as("what is not said stays").isEqualTo(o.lines().get(1).discount());
        assertThat(orders.amendments.differences(ALL, o.id(), 1, 2)).isEqualTo(preview.differences());
        assertThatThrownBy(() -> orders.amendments.amend(ALL, o.id(), after.version(), new Amendment(null, o.shipTo(), null, null, lines,
                new Amendment.Pricing(Discount.amount("99999"), List.of(new NewOrder.Charge(null, null, BigDecimal.ONE.negate(), null)))), "x")).isInstanceOfSatisfying(AmphoraException.Invalid.class,
                        e -> assertThat(e.problems()).extracting(Problem::field).contains("discount.amount", "charges[0].type", "charges[0].amount"));
    }

    private Order amountOff(String amount, String... quantities) {
        NewOrder.Line[] lines = new NewOrder.Line[quantities.length];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = line("SKU-" + (i + 1), quantities[i], null, i == 0 ? "19" : "7");
        }
        return orders.entry.place(ALL, order(Discount.amount(amount), false, List.of(), lines));
    }

    private static BigDecimal shares(Order o) {
        return o.lines().stream().filter(Order.Line::isLive).map(l -> l.share().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @TestTemplate
    void anAmountOffTheWholeIsPartedToTheCent() {
        Order o = amountOff("10.01", "3", "5", "1");
        Order other = orders.rearrange.part(ALL, o.id(), o.version(), List.of(new OrderRearrangements.Part(o.lines().get(0).id(), BigDecimal.ONE),
                new OrderRearrangements.Part(o.lines().get(2).id(), null)), null, "later");
        Order rest = orders.queries.find(ALL, o.id());

        addsUp(other);
        addsUp(rest);
        assertThat(shares(rest).add(shares(other))).isEqualByComparingTo("10.01");
        assertThat(rest.discount().amount()).isEqualByComparingTo(shares(rest));
        assertThat(other.discount().amount()).isEqualByComparingTo(shares(other));
        assertThat(rest.total().plus(other.total())).isEqualTo(o.total());

        Order one = orders.rearrange.merge(ALL, rest.id(), rest.version(), List.of(new OrderRearrangements.Source(other.id(), other.version())), "as before");
        addsUp(one);
        assertThat(one.discount().amount()).isEqualByComparingTo("10.01");
        assertThat(shares(one)).isEqualByComparingTo("10.01");
    }

    @TestTemplate
    void ordersOfDifferentDiscountsTakeOffTogetherWhatEachDid() {
        Order a = amountOff("3.33", "2", "1");
        Order b = orders.entry.place(ALL, order(Discount.percent("7.5"), false, List.of(SHIPPING), line("SKU-3", "7", null, "19")));
        BigDecimal both = shares(a).add(shares(b));

        Order one = orders.rearrange.merge(ALL, a.id(), a.version(), List.of(new OrderRearrangements.Source(b.id(), b.version())), "one parcel");

        addsUp(one);
        assertThat(shares(one)).isEqualByComparingTo(both);
        assertThat(one.discount().amount()).isEqualByComparingTo(both);
        assertThat(one.charges()).hasSize(1);
    }

    @TestTemplate
    void aCancelledLineTakesItsShareAlongWhenTheRestIsAmended() {
        Order o = amountOff("10.00", "3", "5");
        Order less = orders.actions.cancel(ALL, o.id(), o.version(), Set.of(o.lines().get(1).id()), "no");
        BigDecimal left = shares(less);

        Order after = orders.amendments.amend(ALL, o.id(), less.version(), new Amendment("PO-9", o.shipTo(), null, null, Amendment.of(less).lines()), "reference");

        assertThat(shares(after)).isEqualByComparingTo(left).isLessThan(BigDecimal.TEN);
        assertThat(after.total()).isEqualTo(less.total());
    }
}
