package io.amphora.order.console;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import io.amphora.catalog.api.Product;
import io.amphora.catalog.api.Products;
import io.amphora.common.Actor;
import io.amphora.common.Money;
import io.amphora.common.Page;
import io.amphora.console.api.CurrentUser;
import io.amphora.customer.api.Address;
import io.amphora.customer.api.Customer;
import io.amphora.customer.api.Customers;
import io.amphora.inventory.api.Stock;
import io.amphora.order.api.Discount;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderEntry;
import io.amphora.order.api.OrderPricing;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderStatus;
import io.amphora.order.api.OrderTemplate;
import io.amphora.order.api.OrderTemplates;
import io.amphora.order.api.Promise;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is entered is what is kept: of new orders, and of drafts that came from elsewhere. */
class NewOrderPageTest {
    private static final Address HOME = new Address("Ada", "1 Old Road", "York", null, "YO1", "United Kingdom");
    private static final Address DEPOT = new Address("Ada, depot", "2 Quay", "Hull", null, "HU1", "United Kingdom");
    private static final Address SITE = new Address("Site 7", "Far Lane", "Leeds", null, "LS1", "United Kingdom");
    private static final Customer ADA = new Customer(3, "K-3", "Ada", null, null, null, false, null, List.of(HOME, DEPOT), Instant.EPOCH, 1);
    private static final Product TEA = new Product(1, "TEA-1", "Darjeeling", "pcs", Money.of("12.90", "EUR"), null, true, false, 1);
    private static final Product RUG = new Product(2, "RUG-1", "Rug", "pcs", Money.of("80", "USD"), null, true, false, 1);

    private NewOrder kept;
    private Order draft;

    @BeforeEach
    void signIn() {
        MockVaadin.setup(new Routes());
        CurrentUser.set(new Actor("sam", "Sam", Set.of("*")));
    }

    @AfterEach
    void tearDown() {
        MockVaadin.tearDown();
    }

    private static <T> T twin(Class<T> type, Map<String, Function<Object[], Object>> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> answers.get(method.getName()).apply(args)));
    }

    private static Order order(Address shipTo, Order.Terms terms, List<Order.Line> lines) {
        return new Order(17, "A-17", Order.Kind.SALE, "rest", null, 3L, "Ada", null, OrderStatus.DRAFT, Money.of("0", "EUR"), shipTo, null, null, Instant.EPOCH, null, "sam", null, null, false,
                lines, List.of(), List.of(), 4, List.of(), terms, Promise.NONE, null, OrderPricing.PLAIN);
    }

    private Object keep(NewOrder in) {
        kept = in;
        draft = order(Address.EMPTY, Order.Terms.USUAL, List.of());
        return draft;
    }

    private NewOrderPage page() {
        OrderEntry entry = twin(OrderEntry.class, Map.of("draft", a -> keep((NewOrder) a[1]), "changeDraft", a -> keep((NewOrder) a[3])));
        OrderQueries queries = twin(OrderQueries.class, Map.of("find", a -> draft, "withReference", a -> List.of()));
        Products products = twin(Products.class, Map.of("lookup", a -> Map.of("TEA-1", TEA), "search", a -> List.of(TEA), "findBySku",
                a -> "TEA-1".equals(a[1]) ? Optional.of(TEA) : "RUG-1".equals(a[1]) ? Optional.of(RUG) : Optional.empty()));
        Customers customers = twin(Customers.class, Map.of("find", a -> ADA, "search", a -> List.of(ADA)));
        OrderTemplate weekly = new OrderTemplate(9, "Weekly", 3L, "Ada", "EUR", "as ever", List.of(new OrderTemplate.Line("TEA-1", new BigDecimal("6"), null),
                new OrderTemplate.Line("GONE", BigDecimal.ONE, null)), "sam", Instant.EPOCH, 1);
        OrderTemplates templates = twin(OrderTemplates.class, Map.of("list", a -> new Page<>(List.of(weekly), null)));
        NewOrderPage page = new NewOrderPage(entry, queries, products, customers, twin(Stock.class, Map.of("available", a -> Map.of())), templates);
        UI.getCurrent().add(page);
        return page;
    }

    private static void click(String id) {
        _click(_get(Button.class, spec -> spec.withId(id)));
    }

    private static void paste(String rows) {
        _click(_get(Button.class, spec -> spec.withText("!order.paste")));
        _setValue(_get(TextArea.class, spec -> spec.withId("paste-rows")), rows);
        click("confirm");
    }

    @Test
    @SuppressWarnings("unchecked")
    void addressAndDeliveryAreTyped() {
        page();
        ComboBox<Customer> customer = _get(ComboBox.class, spec -> spec.withId("customer"));
        _setValue(customer, ADA);
        Select<Object> shipTo = _get(Select.class, spec -> spec.withId("ship-to"));
        List<Object> choices = shipTo.getListDataView().getItems().toList();
        assertThat(choices).hasSize(3);
        _setValue(shipTo, choices.get(1));
        _setValue(_get(Checkbox.class, spec -> spec.withId("ship-complete")), true);
        _setValue(_get(IntegerField.class, spec -> spec.withId("priority")), 5);

        assertThat(kept.customerId()).isEqualTo(3);
        assertThat(kept.shipTo()).isEqualTo(DEPOT);
        assertThat(kept.delivery()).isEqualTo(new NewOrder.Delivery(true, null, 5));
    }

    @Test
    void draftFromElsewhereLosesNothingWhenItIsChanged() {
        Order.Line line = new Order.Line(1, 1, "TEA-1", "Darjeeling", new BigDecimal("2"), "pcs", Money.of("12.90", "EUR"), Money.of("25.80", "EUR"), LineStatus.DRAFT, null, false, null, null,
                "ring twice", List.of());
        draft = order(SITE, new Order.Terms(true, false, -3, 1, 0), List.of(line));
        NewOrderPage page = page();
        page.setParameter(null, 17L);
        _setValue(_find(EntryLine.class).get(0).quantity(), new BigDecimal("4"));

        assertThat(kept.shipTo()).isEqualTo(SITE);
        assertThat(kept.delivery()).isEqualTo(new NewOrder.Delivery(true, false, -3));
        assertThat(kept.lines()).containsExactly(new NewOrder.Line("TEA-1", new BigDecimal("4"), null, null, null, "ring twice"));
    }

    @Test
    void taxAndNoteOfALineAreTyped() {
        page();
        paste("TEA-1");
        LineMore more = _get(EntryLine.class).more();
        _click(more.opener());
        _setValue(more.tax(), new BigDecimal("7"));
        _setValue(more.noteField(), "gift");

        assertThat(kept.lines()).containsExactly(new NewOrder.Line("TEA-1", BigDecimal.ONE, null, null, new BigDecimal("7"), "gift"));
    }

    @Test
    void rowsOfASpreadsheetAreTakenAndTheOthersStayWithAllTheirReasons() {
        page();
        paste("TEA-1\t2\t11,50\t5%\nNONE\t-1\tx\t5%%\nRUG-1\t1\n\nTEA-1;3;;1.00");

        assertThat(kept.lines()).containsExactly(new NewOrder.Line("TEA-1", new BigDecimal("2"), new BigDecimal("11.50"), Discount.percent("5"), null, null),
                new NewOrder.Line("TEA-1", new BigDecimal("3"), null, Discount.amount("1.00"), null, null));
        assertThat(_get(TextArea.class, spec -> spec.withId("paste-rows")).getValue()).isEqualTo("NONE\t-1\tx\t5%%\nRUG-1\t1");
        assertThat(_find(ListItem.class)).hasSize(2);
    }

    @Test
    @SuppressWarnings("unchecked")
    void linesOfATemplateComeToTheOrder() {
        page();
        click("from-template");
        ComboBox<OrderTemplate> template = _get(ComboBox.class, spec -> spec.withId("template"));
        template.setValue(template.getGenericDataView().getItem(0));
        click("confirm");

        assertThat(kept.customerId()).isEqualTo(3);
        assertThat(kept.note()).isEqualTo("as ever");
        assertThat(kept.lines()).containsExactly(new NewOrder.Line("TEA-1", new BigDecimal("6"), null));
    }
}
