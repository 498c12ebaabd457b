package io.amphora.fulfilment.console;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.Page;
import io.amphora.common.Problem;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.kit.KeysetGrid;
import io.amphora.fulfilment.api.CarrierRate;
import io.amphora.fulfilment.api.FulfilmentSetup;
import io.amphora.fulfilment.api.Picking;
import io.amphora.fulfilment.api.PutBack;
import io.amphora.fulfilment.api.Shipment;
import io.amphora.fulfilment.api.ShipmentAction;
import io.amphora.fulfilment.api.ShipmentRow;
import io.amphora.fulfilment.api.ShipmentState;
import io.amphora.fulfilment.api.Shipments;
import io.amphora.fulfilment.api.ShippingDesk;
import io.amphora.fulfilment.api.ShippingDesk.Offer;
import io.amphora.fulfilment.api.ToPack;
import io.amphora.fulfilment.api.TrackingEvent;
import io.amphora.fulfilment.api.TrackingStatus;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShipmentPagesTest {
    private static final Actor WANG = new Actor("wang", "Wang", Set.of("order.read", "order.fulfil"));

    private final List<String> asked = new ArrayList<>();
    private Shipment shipment = shipment(ShipmentState.PREPARING, null);

    @BeforeEach
    void signIn() {
        MockVaadin.setup(new Routes());
        CurrentUser.set(WANG);
    }

    @AfterEach
    void tearDown() {
        MockVaadin.tearDown();
    }

    static Shipment shipment(ShipmentState state, ShipmentAction pending) {
        Shipment.Item item = new Shipment.Item(11, 1, "TEA", "Green tea", new BigDecimal("2"), "pcs");
        return new Shipment(5, "S-5", 7, "A-7", "Ada", 1L, state, pending, "sim", "Sim", "fast", "R", LocalDate.of(2026, 5, 3), null, null,
                List.of(new Shipment.Parcel(1, 1, "006141411234567890", "T1", state, new BigDecimal("1.200"), null, null, null, false, List.of(item))), Instant.EPOCH, "wang", null, null, null,
                null, 3);
    }

    @SuppressWarnings("unchecked")
    static <T> T twin(Class<T> type, Map<String, Function<Object[], Object>> answers) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (!answers.containsKey(method.getName())) {
                throw new UnsupportedOperationException(method.getName());
            }
            return answers.get(method.getName()).apply(args);
        });
    }

    private Shipments shipments() {
        ShipmentRow row = new ShipmentRow(5, "S-5", 7, "A-7", "Ada", ShipmentState.LOST, null, "Sim", "fast", "T1", 1, null, Instant.EPOCH, null, null, null, 3);
        TrackingEvent event = new TrackingEvent(1, "sim", "T1", TrackingStatus.IN_TRANSIT, Instant.EPOCH, Instant.EPOCH, "Oslo", "passed the depot", "x", 1);
        return twin(Shipments.class, Map.of("find", a -> {
            if (!a[1].equals(5L)) {
                throw new AmphoraException.NotFound("shipment", a[1]);
            }
            return shipment;
        }, "list", a -> new Page<>(List.of(row), null), "count", a -> 2, "countTroubled", a -> 1, "events", a -> List.of(event), "ofOrder", a -> List.of(shipment),
                "toPack", a -> List.of(new ToPack(12, 2, "MUG", "Mug", BigDecimal.ONE, "pcs"))));
    }

    private Object done(String what, Object[] args, ShipmentState state) {
        asked.add(what + " " + Arrays.asList(args).subList(1, args.length));
        shipment = shipment(state, null);
        return shipment;
    }

    private ShippingDesk desk() {
        return twin(ShippingDesk.class, Map.of("carriers", a -> List.of(), "rates", a -> List.of(new Offer("sim", "Sim", new CarrierRate("fast", "Fast", Money.of("4.90", "EUR"), null), null),
                new Offer("down", "Down", null, Problem.of("", "shipment.no-answer", "gives no answer: {0}", "x"))), "label", a -> done("label", Arrays.copyOf(a, 5), ShipmentState.LABELLED),
                "labelByHand", a -> {
                    if (((String) a[3]).isEmpty()) {
                        throw new AmphoraException.Invalid(Problem.of("carrier", "required", "must not be empty"));
                    }
                    return done("byHand", a, ShipmentState.LABELLED);
                }, "ship", a -> done("ship", a, ShipmentState.SHIPPED), "report", a -> done("report", a, ShipmentState.DELIVERED), "cancel", a -> done("cancel", a, ShipmentState.CANCELLED),
                "possible", a -> ((Shipment) a[0]).possible(), "onlyByHand", a -> java.util.Set.of()));
    }

    private ShipmentPage page() {
        ShipmentPage page = new ShipmentPage(shipments(), desk());
        UI.getCurrent().add(page);
        page.setParameter(null, 5L);
        return page;
    }

    private static Button button(String id) {
        return _get(Button.class, spec -> spec.withId(id));
    }

    @Test
    void givesTheShipmentToACarrierAndSendsIt() {
        page();
        _click(button("label"));
        assertThat(_get(Select.class, spec -> spec.withId("offer")).getValue()).as("the first offer is chosen").isNotNull();
        _click(button("do-label"));
        assertThat(asked).containsExactly("label [5, 3, sim, fast]");

        _click(button("ship"));
        assertThat(asked).last().isEqualTo("ship [5, 3]");

        _click(button("report"));
        _setValue(_get(TextField.class, spec -> spec.withId("note")), "signed by Bo");
        _click(button("do-report"));
        assertThat(asked).last().isEqualTo("report [5, 3, null, DELIVERED, null, signed by Bo]");
        _assertNone(Button.class, spec -> spec.withId("report"));
    }

    @Test
    void labelsByHandWithEachProblemBesideItsField() {
        page();
        _click(button("by-hand"));
        _click(button("do-by-hand"));
        assertThat(_get(TextField.class, spec -> spec.withId("carrier")).getErrorMessage()).isEqualTo("must not be empty");
        _setValue(_get(TextField.class, spec -> spec.withId("carrier")), "Bob");
        _setValue(_get(TextArea.class, spec -> spec.withId("numbers")), "B1\n\n B2 ");
        _click(button("do-by-hand"));

        assertThat(asked).containsExactly("byHand [5, 3, Bob, [B1, B2]]");
    }

    @Test
    void whatWaitsForTheCarrierIsDisabledWithTheReason() {
        shipment = shipment(ShipmentState.PREPARING, ShipmentAction.LABEL);
        page();

        assertThat(button("label").isEnabled()).isFalse();
        assertThat(button("cancel").getTooltip().getText()).contains("shipment.waits");
    }

    @Test
    void whoMayOnlyReadSeesNoActions() {
        CurrentUser.set(new Actor("sam", "Sam", Set.of("order.read")));
        page();

        assertThat(_find(Button.class)).noneMatch(b -> b.getId().isPresent());
    }

    @Test
    void missingShipmentSaysSo() {
        ShipmentPage page = new ShipmentPage(shipments(), desk());
        UI.getCurrent().add(page);
        page.setParameter(null, 9L);

        assertThat(_find(Button.class)).anyMatch(b -> b.getText().contains("shipment.list"));
    }

    @Test
    void listsShipments() {
        UI.getCurrent().add(new ShipmentsPage(shipments(), desk(), twin(FulfilmentSetup.class, Map.of())));

        assertThat(GridKt._getFormattedRow(_get(KeysetGrid.class), 0)).contains("S-5", "A-7", "Ada", "T1", "Sim · fast");
    }

    @Test
    void orderPageShowsShipmentsAndWhatIsToPack() {
        UI.getCurrent().add(new OrderShipmentsPanel(shipments(), twin(Picking.class, Map.of("toPutBackOf", a -> List.of(new PutBack(9, "W-3-1", 7, "A-7", "TEA", "Tea", new BigDecimal("3"), "pcs", 1, "Main", "Cold", "A-2", "wang",
                Instant.EPOCH, null, null))))).create(WANG, "7"));

        assertThat(_find(Anchor.class)).extracting(Anchor::getHref).containsExactly("shipment/5", "pack/7", "pick");
    }

    @Test
    void homeShowsWhatIsInTrouble() {
        UI.getCurrent().add((Div) new TroubleTile(shipments()).create(WANG));

        assertThat(_find(Anchor.class)).extracting(Anchor::getHref).contains("shipment/5", "shipments?view=late");
        assertThat(new TroubleCounter(shipments()).count(WANG)).isEqualTo(1);
        assertThat(new TroubleCounter(shipments()).count(new Actor("x", "x", Set.of()))).isZero();
    }
}
