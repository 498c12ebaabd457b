package io.amphora.inventory.console;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.common.Actor;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.kit.KeysetGrid;
import io.amphora.inventory.api.Stock;
import java.math.BigDecimal;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StockPagesTest {
    private final FakeStock stock = new FakeStock();

    @BeforeEach
    void signIn() {
        MockVaadin.setup(new Routes());
        CurrentUser.set(new Actor("wang", "Wang", Set.of("*")));
    }

    @AfterEach
    void tearDown() {
        MockVaadin.tearDown();
    }

    private StockPage open() {
        StockPage page = new StockPage(stock, stock);
        UI.getCurrent().add(page);
        return page;
    }

    private static void type(String sku, String quantity) {
        _setValue(_get(TextField.class, s -> s.withId("sku")), sku);
        _setValue(_get(BigDecimalField.class, s -> s.withId("quantity")), quantity == null ? null : new BigDecimal(quantity));
    }

    private static void click(String id) {
        _click(_get(Button.class, s -> s.withId(id)));
    }

    @Test
    void showsFiguresPerLocation() {
        open();

        assertThat(GridKt._getFormattedRow(_get(KeysetGrid.class), 0)).startsWith("CUP-1", "", "Main warehouse", "10", "4", "0", "6");
    }

    @Test
    void receivesOneAfterTheOther() {
        open();
        click("receive");
        type("CUP-1", "5");
        click("save");
        type("TEA-1", "2");
        click("save");

        assertThat(stock.done).containsExactly("receive CUP-1 1 5", "receive TEA-1 1 2");
    }

    @Test
    void namesAllProblemsBesideTheirFields() {
        open();
        click("receive");
        type("", null);
        click("save");

        assertThat(_get(TextField.class, s -> s.withId("sku")).isInvalid()).isTrue();
        assertThat(_get(BigDecimalField.class, s -> s.withId("quantity")).isInvalid()).isTrue();
    }

    @Test
    void countsTheVersionThatWasSeen() {
        open();
        click("count");
        type("CUP-1", "9");
        _setValue(_get(TextField.class, s -> s.withId("reason")), "1 broken");
        click("save");

        assertThat(stock.done).containsExactly("count CUP-1 1 v3 9 1 broken");
    }

    @Test
    void transfersAndProves() {
        open();
        click("transfer");
        type("CUP-1", "2");
        click("save");
        _get(StockDialog.class).close();
        click("verify");

        assertThat(stock.done).containsExactly("transfer CUP-1 1>2 2", "verify");
    }

    @Test
    @SuppressWarnings("unchecked")
    void theMovementsBehindAFigureAreOneClickAway() {
        open();
        GridKt._clickItem(_get(KeysetGrid.class), 0, 1, false, false, false, false);

        _get(Span.class, s -> s.withText("!movement.kind.receive"));
        click("level-safety");
        _setValue(_get(BigDecimalField.class, s -> s.withId("quantity")), BigDecimal.ONE);
        click("save");
        assertThat(stock.done).containsExactly("safety 7 v3 1");
    }

    @Test
    void listsMovementsAndLocations() {
        UI.getCurrent().add(new MovementsPage(stock, stock, java.util.List.of()));
        assertThat(GridKt._getFormattedRow(_get(KeysetGrid.class), 0)).contains("CUP-1", "Main warehouse", "+10", "10", "Span[text='note']", "wang");
        UI.getCurrent().removeAll();

        UI.getCurrent().add(new LocationsPage(stock));
        click("new-location");
        _setValue(_get(TextField.class, s -> s.withId("code")), "SH");
        _setValue(_get(TextField.class, s -> s.withId("name")), "Shanghai");
        click("save");
        assertThat(stock.done).containsExactly("create SH Shanghai 100");
    }

    @Test
    void whoMayOnlyReadSeesNoActions() {
        CurrentUser.set(new Actor("sam", "Sam", Set.of(Stock.READ)));
        open();
        UI.getCurrent().add(new LocationsPage(stock));

        _assertNone(Button.class, s -> s.withId("receive"));
        _assertNone(Button.class, s -> s.withId("new-location"));
    }

    @Test
    void theTileAndTheCounterTellWhatIsLow() {
        UI.getCurrent().add(new LowStockTile(stock, stock).create(CurrentUser.actor()));

        _get(Span.class, s -> s.withText("!stock.tile.fine"));
        assertThat(new LowStockCounter(stock).count(CurrentUser.actor())).isEqualTo(3);
        assertThat(new LowStockCounter(stock).count(new Actor("x", "x", Set.of()))).isZero();
    }
}
