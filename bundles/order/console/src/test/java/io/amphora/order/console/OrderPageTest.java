package io.amphora.order.console;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.common.Actor;
import io.amphora.common.Problem;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.EmptyState;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.Locations;
import io.amphora.order.api.Hold;
import io.amphora.order.api.HoldType;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderPageTest {
    @BeforeEach
    void signIn() {
        MockVaadin.setup(new Routes());
        CurrentUser.set(new Actor("mia", "Mia", Set.of("*")));
    }

    @AfterEach
    void tearDown() {
        MockVaadin.tearDown();
    }

    private static OrderPage open(OneOrder orders, long id) {
        OrderPage page = new OrderPage(orders, orders, orders, null, new NoLocations());
        UI.getCurrent().add(page);
        page.setParameter(null, id);
        return page;
    }

    private static Button button(String key) {
        return _get(Button.class, spec -> spec.withText("!" + key));
    }

    @Test
    void offersTheNaturalNextStepFirst() {
        OneOrder orders = new OneOrder(LineStatus.ASSIGNED);

        open(orders, OneOrder.ID);
        _click(button("order.action.pick"));

        assertThat(orders.done).containsExactly("pick");
        assertThat(button("order.action.ship").getThemeNames()).contains("primary");
    }

    @Test
    void asksForAReasonBeforeAFindingMayPass() {
        OneOrder orders = new OneOrder(LineStatus.IN_REVIEW, new Order.Finding(1, Problem.of("lines[0].unitPrice", "price.differs", "price differs"), null, null));
        open(orders, OneOrder.ID);

        _click(button("order.action.approve"));
        _setValue(_get(TextArea.class, spec -> spec.withId("reason")), "agreed by phone");
        _click(_get(Button.class, spec -> spec.withId("confirm")));

        assertThat(orders.done).containsExactly("approve agreed by phone");
    }

    @Test
    void letsOneFindingPass() {
        OneOrder orders = new OneOrder(LineStatus.IN_REVIEW, new Order.Finding(1, Problem.of("", "x", "x"), null, null), new Order.Finding(2, Problem.of("", "y", "y"), "ann", "fine"));
        open(orders, OneOrder.ID);

        _click(_get(Button.class, spec -> spec.withClasses("waive")));
        _setValue(_get(TextArea.class, spec -> spec.withId("reason")), "known");
        _click(_get(Button.class, spec -> spec.withId("confirm")));

        assertThat(orders.done).containsExactly("waive [1] known");
    }

    @Test
    void whoEnteredAnOrderIsToldThatOthersDecide() {
        CurrentUser.set(new Actor("sam", "Sam", Set.of("*")));

        open(new OneOrder(LineStatus.IN_REVIEW, new Order.Finding(1, Problem.of("", "x", "x"), null, null)), OneOrder.ID);

        assertThat(button("order.action.approve").isEnabled()).isFalse();
        _assertNone(Button.class, spec -> spec.withClasses("waive"));
    }

    @Test
    void warnsOfAReferenceThatIsThereAlready() {
        OneOrder orders = new OneOrder(LineStatus.IN_REVIEW);
        TextField field = new TextField();
        com.vaadin.flow.component.textfield.NumberField customer = new com.vaadin.flow.component.textfield.NumberField();
        new ReferenceWarning(field, () -> 3L, () -> null, orders, CurrentUser.actor()).watch(customer);

        field.setValue("PO 7");
        assertThat(field.getHelperText()).contains("order.reference.again");

        field.setValue("PO 8");
        assertThat(field.getHelperText()).isNullOrEmpty();
    }

    @Test
    void saysWhatHoldsTheOrderAndReleasesIt() {
        OneOrder orders = new OneOrder(LineStatus.ASSIGNED);
        orders.holds = List.of(new Hold(9, HoldType.CUSTOMER, "on holiday", "sam", java.time.Instant.EPOCH, null, null, null, null));
        open(orders, OneOrder.ID);

        assertThat(button("order.action.pick").isEnabled()).isFalse();
        _click(_get(Button.class, spec -> spec.withClasses("release")));
        _setValue(_get(TextArea.class, spec -> spec.withId("reason")), "is back");
        _click(_get(Button.class, spec -> spec.withId("confirm")));

        assertThat(orders.done).containsExactly("release 9 is back");
        assertThat(button("order.action.pick").isEnabled()).isTrue();
    }

    @Test
    void putsTheOrderOnHoldForAReason() {
        OneOrder orders = new OneOrder(LineStatus.ASSIGNED);
        open(orders, OneOrder.ID);

        _click(button("order.action.hold"));
        _click(_get(Button.class, spec -> spec.withId("confirm")));
        assertThat(_get(TextArea.class, spec -> spec.withId("reason")).isInvalid()).isTrue();
        _setValue(_get(TextArea.class, spec -> spec.withId("reason")), "owes");
        _click(_get(Button.class, spec -> spec.withId("confirm")));

        assertThat(orders.done).containsExactly("hold CREDIT null owes");
    }

    /** A click on the button within the table's markup. */
    private static void changeLine() {
        LinesTable table = _get(LinesTable.class);
        String html = table.getElement().getProperty("innerHTML");
        java.util.regex.Matcher button = java.util.regex.Pattern.compile("class=\"line-change\" data-line=\"([0-9]+)\"").matcher(html);
        assertThat(button.find()).as(html).isTrue();
        // as the browser tells it
        elemental.json.JsonObject data = elemental.json.Json.createObject();
        data.put("event.target.closest('.line-change') !== null", true);
        data.put("event.target.closest('.line-change')?.dataset.line", button.group(1));
        table.getElement().getNode().getFeature(com.vaadin.flow.internal.nodefeature.ElementListenerMap.class).fireEvent(new com.vaadin.flow.dom.DomEvent(table.getElement(), "click", data));
    }

    @Test
    void partOfALineIsCancelledForAReason() {
        OneOrder orders = new OneOrder(LineStatus.ASSIGNED);
        open(orders, OneOrder.ID);

        changeLine();
        _setValue(_get(com.vaadin.flow.component.textfield.BigDecimalField.class, spec -> spec.withId("part")), java.math.BigDecimal.ONE);
        _click(_get(Button.class, spec -> spec.withId("confirm")));
        assertThat(_get(TextField.class, spec -> spec.withId("reason")).isInvalid()).isTrue();
        _setValue(_get(TextField.class, spec -> spec.withId("reason")), "too many");
        _click(_get(Button.class, spec -> spec.withId("confirm")));

        assertThat(orders.done).containsExactly("cancel 1 of 1 too many");
    }

    @Test
    void lineIsSplitWithoutAReason() {
        OneOrder orders = new OneOrder(LineStatus.PICKED);
        open(orders, OneOrder.ID);

        changeLine();
        _setValue(_get(com.vaadin.flow.component.textfield.BigDecimalField.class, spec -> spec.withId("part")), java.math.BigDecimal.ONE);
        _click(_get(Button.class, spec -> spec.withId("split")));

        assertThat(orders.done).containsExactly("split 1 of 1");
    }

    @Test
    void shipsWithATrackingNumber() {
        OneOrder orders = new OneOrder(LineStatus.PICKED);
        open(orders, OneOrder.ID);

        _click(button("order.action.ship"));
        _setValue(_get(TextField.class, spec -> spec.withId("tracking")), "JD01");
        _click(_get(Button.class, spec -> spec.withId("confirm")));

        assertThat(orders.done).containsExactly("ship JD01");
    }

    @Test
    void showsNoActionWithoutThePermission() {
        CurrentUser.set(new Actor("finn", "Finn", Set.of("order.read")));

        open(new OneOrder(LineStatus.ASSIGNED), OneOrder.ID);

        _assertNone(Button.class, spec -> spec.withText("!order.action.pick"));
        _assertNone(Button.class, spec -> spec.withText("!order.action.cancel"));
    }

    @Test
    void saysThatSomebodyWasFaster() {
        OneOrder orders = new OneOrder(LineStatus.ASSIGNED);
        orders.stale = true;
        open(orders, OneOrder.ID);

        _click(button("order.action.pick"));

        assertThat(orders.done).isEmpty();
        assertThat(_find(Notification.class)).hasSize(1);
    }

    @Test
    void cancellingIsTooLateOnceShipped() {
        open(new OneOrder(LineStatus.SHIPPED), OneOrder.ID);

        assertThat(button("order.action.cancel").isEnabled()).isFalse();
    }

    @Test
    void missingOrderLeadsBackToTheList() {
        open(new OneOrder(LineStatus.DRAFT), 99);

        assertThat(_find(EmptyState.class)).hasSize(1);
        assertThat(_find(Badge.class)).isEmpty();
    }

    private static final class NoLocations implements Locations {
        @Override
        public Location create(Actor by, String code, String name, String region, int priority) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Location change(Actor by, long id, long version, String name, String region, int priority, boolean active) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Location> list(Actor by) {
            return List.of();
        }

        @Override
        public List<Location> active() {
            return List.of();
        }

        @Override
        public Location quarantine() {
            throw new UnsupportedOperationException();
        }
    }
}
