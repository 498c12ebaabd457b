package io.amphora.fulfilment.console;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyPressEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.catalog.api.Barcodes;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.Page;
import io.amphora.common.Problem;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.kit.KeysetGrid;
import io.amphora.console.api.kit.Scan;
import io.amphora.fulfilment.api.NewParcel;
import io.amphora.fulfilment.api.PickCandidate;
import io.amphora.fulfilment.api.PickItem;
import io.amphora.fulfilment.api.PickList;
import io.amphora.fulfilment.api.PickState;
import io.amphora.fulfilment.api.Picking;
import io.amphora.fulfilment.api.PutBack;
import io.amphora.fulfilment.api.Scanned;
import io.amphora.fulfilment.api.ShipmentState;
import io.amphora.fulfilment.api.Shipments;
import io.amphora.fulfilment.api.ShippingDesk;
import io.amphora.fulfilment.api.ToPack;
import io.amphora.fulfilment.api.Wave;
import io.amphora.fulfilment.api.WaveKind;
import io.amphora.fulfilment.api.Waves;
import io.amphora.inventory.api.Locations;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderRow;
import io.amphora.order.api.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PickPagesTest {
    private static final Actor WANG = new Actor("wang", "Wang", Set.of("order.read", "order.fulfil"));
    private static final Wave WAVE = new Wave(3, "W-3", WaveKind.ZONE, PickState.PICKING, 2, 1, 2, 1, "morning", Instant.EPOCH, "wang", null, 4);

    private final List<String> asked = new ArrayList<>();
    private final List<PutBack> back = new ArrayList<>();
    private BigDecimal picked = BigDecimal.ZERO;

    @BeforeEach
    void signIn() {
        MockVaadin.setup(new Routes());
        CurrentUser.set(WANG);
    }

    @AfterEach
    void tearDown() {
        MockVaadin.tearDown();
    }

    private PickItem item(long id, String sku, String bin, BigDecimal done) {
        return new PickItem(id, 7, "A-7", 70 + id, sku, "Thing " + sku, "pcs", "Cold", bin, new BigDecimal("2"), done, BigDecimal.ZERO, null, false, 6);
    }

    private PickList list() {
        PickState state = picked.intValue() == 2 ? PickState.PICKED : picked.signum() == 0 ? PickState.OPEN : PickState.PICKING;
        return new PickList(5, "W-3-1", 3, "W-3", null, 1, "Main", "Cold", state, picked.signum() == 0 ? null : "wang", List.of(item(1, "TEA", "A-2", picked), item(2, "MUG", "A-10", new BigDecimal("2"))),
                null, null, 8);
    }

    private Picking picking() {
        return ShipmentPagesTest.twin(Picking.class, Map.of("open", a -> List.of(list()), "find", a -> list(), "count", a -> 4, "scan", a -> {
            if (!"TEA".equals(a[2])) {
                throw new AmphoraException.Refused(Problem.of("code", "pick.wrong-item", "{0} is not on this list: put it back", a[2]));
            }
            picked = picked.add(a[3] == null ? BigDecimal.ONE : (BigDecimal) a[3]);
            return new Scanned(list().items().get(0), list());
        }, "missing", a -> {
            asked.add("missing " + Arrays.asList(a).subList(1, 6));
            return list();
        }, "toPutBack", a -> back.stream().filter(p -> p.doneAt() == null).toList(), "putBack", a -> {
            asked.add("back " + a[1]);
            back.clear();
            return null;
        }, "putBackScanned", a -> {
            if (back.isEmpty() || !back.get(0).sku().equals(a[1])) {
                throw new AmphoraException.Refused(Problem.of("code", "pick.nothing-back", "nothing of {0} is to be put back", a[1]));
            }
            asked.add("back by scan " + a[1]);
            return back.remove(0);
        }));
    }

    private static void scan(String code) {
        Scan scan = _get(Scan.class);
        scan.setValue(code);
        ComponentUtil.fireEvent(scan, new KeyPressEvent(scan, Key.ENTER.getKeys().get(0)));
    }

    private PickPage pick(Long id) {
        PickPage page = new PickPage(picking());
        UI.getCurrent().add(page);
        page.setParameter(null, id);
        return page;
    }

    private static List<Div> divs(String style) {
        return _find(Div.class).stream().filter(d -> d.hasClassName(style)).toList();
    }

    private static String said() {
        return divs("pick-said").get(0).getText();
    }

    @Test
    void showsTheListsToPick() {
        pick(null);

        assertThat(_find(Anchor.class)).extracting(Anchor::getHref).containsExactly("pick/5");
        assertThat(new PickCounter(picking()).count(WANG)).isEqualTo(4);
    }

    @Test
    void saysWhatIsToBePutBackUntilItIs() {
        back.add(new PutBack(9, "W-3-1", 7, "A-7", "TEA", "Tea", new BigDecimal("3"), "pcs", 1, "Main", "Cold", "A-2", "wang", Instant.EPOCH, null, null));
        pick(null);

        assertThat(_find(com.vaadin.flow.component.html.Span.class)).extracting(com.vaadin.flow.component.html.Span::getText).contains("Main · Cold · A-2");
        _click(_get(Button.class, spec -> spec.withId("put-back-9")));
        assertThat(asked).containsExactly("back 9");
        assertThat(_find(Button.class)).extracting(b -> b.getId().orElse("")).doesNotContain("put-back-9");
    }

    @Test
    void whatIsPutBackIsScannedOneAfterTheOther() {
        back.add(new PutBack(9, "W-3-1", 7, "A-7", "TEA", "Tea", new BigDecimal("3"), "pcs", 1, "Main", "Cold", "A-2", "wang", Instant.EPOCH, null, null));
        back.add(new PutBack(10, "W-3-1", 7, "A-7", "MUG", "Mug", new BigDecimal("1"), "pcs", 1, "Main", "Cold", "A-3", "wang", Instant.EPOCH, null, null));
        pick(null);
        scan("SOAP");
        assertThat(_get(Scan.class).getErrorMessage()).contains("nothing of SOAP is to be put back");
        scan("TEA");
        assertThat(_get(Scan.class).isInvalid()).isFalse();
        assertThat(_find(Button.class)).extracting(b -> b.getId().orElse("")).contains("put-back-10").doesNotContain("put-back-9");
        scan("MUG");
        assertThat(asked).containsExactly("back by scan TEA", "back by scan MUG");
        assertThat(_find(Scan.class)).isEmpty();
    }

    @Test
    void scansCountUpAndTheNextOneIsMarked() {
        pick(5L);
        assertThat(divs("next")).singleElement().satisfies(d -> assertThat(d.getId()).contains("item-1"));
        scan("TEA");

        assertThat(said()).contains("pick.scanned");
        assertThat(_get(Scan.class).getValue()).as("empty for the next one").isEmpty();
        _setValue(_get(BigDecimalField.class), BigDecimal.ONE);
        scan("TEA");
        assertThat(_find(Scan.class)).as("nothing more to scan").isEmpty();
        assertThat(_find(Anchor.class)).extracting(Anchor::getHref).contains("pack");
    }

    @Test
    void wrongItemIsRefusedLoudly() {
        pick(5L);
        scan("SOAP");

        Div said = divs("pick-said").get(0);
        assertThat(said.getText()).isEqualTo("SOAP is not on this list: put it back");
        assertThat(said.getClassNames()).contains("pick-bad").doesNotContain("pick-good");
        assertThat(said.getElement().getAttribute("role")).isEqualTo("alert");
        scan("TEA");
        assertThat(said.getClassNames()).contains("pick-good").doesNotContain("pick-bad");
    }

    @Test
    void saysWhatIsMissingAndWhatBecomesOfIt() {
        pick(5L);
        _click(_get(Button.class, spec -> spec.withId("missing-1")));
        _setValue(_get(TextField.class, spec -> spec.withId("reason")), "bin is empty");
        _click(_get(Button.class, spec -> spec.withId("do-missing")));

        assertThat(asked).containsExactly("missing [5, 1, 6, ELSEWHERE, bin is empty]");
    }

    private Waves waves() {
        return ShipmentPagesTest.twin(Waves.class, Map.of("list", a -> new Page<>(List.of(WAVE), null), "find", a -> WAVE, "lists", a -> List.of(list()),
                "candidates", a -> List.of(new PickCandidate(7, "A-7", "Ada", "web", Instant.EPOCH, null, 5, 1L, 2, false), new PickCandidate(8, "A-8", "Bo", "web", Instant.EPOCH, null, 0, 1L, 1, true)),
                "make", a -> {
                    asked.add("make " + a[1] + " " + a[2]);
                    return WAVE;
                }));
    }

    @Test
    void makesAWaveOfWhatCanBePicked() {
        UI.getCurrent().add(new WavesPage(waves(), ShipmentPagesTest.twin(Locations.class, Map.of("active", a -> List.of()))));
        assertThat(GridKt._getFormattedRow(_get(KeysetGrid.class), 0)).contains("W-3", "1 / 2", "morning");
        _click(_get(Button.class, spec -> spec.withId("new-wave")));
        _get(WaveDialog.class).close();
        new WaveDialog(waves(), ShipmentPagesTest.twin(Locations.class, Map.of("active", a -> List.of())), WANG, w -> asked.add("open " + w.number())).open();
        assertThat(_get(Grid.class, spec -> spec.withId("candidates")).getSelectedItems()).as("what is on hold is not chosen").hasSize(1);
        _click(_get(Button.class, spec -> spec.withId("make")));

        assertThat(asked).containsExactly("make LOCATION [7]", "open W-3");
    }

    @Test
    void waveShowsItsLists() {
        WavePage page = new WavePage(waves());
        UI.getCurrent().add(page);
        page.setParameter(null, 3L);

        assertThat(_find(Anchor.class)).extracting(Anchor::getHref).containsExactly("pick/5");
        assertThat(_get(Button.class, spec -> spec.withId("cancel-wave")).isEnabled()).isTrue();
    }

    @SuppressWarnings("unchecked")
    private PackBench bench() {
        Shipments shipments = ShipmentPagesTest.twin(Shipments.class, Map.of("toPack", a -> List.of(new ToPack(11, 1, "TEA", "Tea", new BigDecimal("2"), "pcs"), new ToPack(12, 2, "MUG", "Mug", BigDecimal.ONE, "pcs"))));
        ShippingDesk desk = ShipmentPagesTest.twin(ShippingDesk.class, Map.of("prepare", a -> {
            List<NewParcel> parcels = (List<NewParcel>) a[2];
            if (parcels.get(0).weightKg() == null) {
                throw new AmphoraException.Invalid(Problem.of("parcels[0].weightKg", "required", "must not be empty"));
            }
            asked.add(parcels.stream().map(p -> p.weightKg() + " " + p.items()).toList().toString());
            return ShipmentPagesTest.shipment(ShipmentState.PREPARING, null);
        }));
        PackBench bench = new PackBench(shipments, desk, ShipmentPagesTest.twin(Barcodes.class, Map.of("sku", a -> "96385074".equals(a[0]) ? Optional.of("TEA") : Optional.empty())), WANG, 7, null,
                s -> asked.add("done " + s.id()));
        UI.getCurrent().add(bench);
        return bench;
    }

    @Test
    void packsByScanIntoParcels() {
        bench();
        scan("96385074");
        _click(_get(Button.class, spec -> spec.withId("new-parcel")));
        scan("tea");
        scan("TEA");
        assertThat(_get(Scan.class).getErrorMessage()).contains("pack.enough");
        scan("SOAP");
        assertThat(_get(Scan.class).getErrorMessage()).contains("pack.wrong");
        _click(_get(Button.class, spec -> spec.withId("pack-all")));
        _click(_get(Button.class, spec -> spec.withId("pack-done")));
        assertThat(_get(BigDecimalField.class, spec -> spec.withId("weight-0")).getErrorMessage()).isEqualTo("must not be empty");
        _setValue(_get(BigDecimalField.class, spec -> spec.withId("weight-0")), new BigDecimal("1.5"));
        _click(_get(Button.class, spec -> spec.withId("pack-done")));

        assertThat(asked).containsExactly("[1.5 [Item[lineId=11, quantity=1]], null [Item[lineId=11, quantity=1], Item[lineId=12, quantity=1]]]", "done 5");
    }

    @Test
    void packListsOnlyOrdersThatHaveSomethingToPack() {
        OrderRow some = new OrderRow(1, "A-1", Order.Kind.SALE, "rest", 1L, "Ada", "UK", OrderStatus.PICKED, Money.of("1", "EUR"), 4, Instant.EPOCH, 1L, false, 1, Set.of(), false);
        OrderRow none = new OrderRow(2, "A-2", Order.Kind.SALE, "rest", 1L, "Bob", "UK", OrderStatus.PARTIALLY_SHIPPED, Money.of("1", "EUR"), 4, Instant.EPOCH, 1L, false, 1, Set.of(), false);
        OrderQueries orders = ShipmentPagesTest.twin(OrderQueries.class, Map.of("list", a -> new Page<>(List.of(some, none), null)));
        Shipments shipments = ShipmentPagesTest.twin(Shipments.class, Map.of("ofOrder", a -> List.of(), "toPack", a -> (Long) a[1] == 2 ? List.of()
                : List.of(new ToPack(11, 1, "TEA", "Tea", BigDecimal.ONE, "pcs"))));
        PackPage page = new PackPage(orders, shipments, null, null);
        UI.getCurrent().add(page);
        page.setParameter(null, null);

        assertThat(_find(Anchor.class)).extracting(Anchor::getHref).containsExactly("pack/1");
    }
}
