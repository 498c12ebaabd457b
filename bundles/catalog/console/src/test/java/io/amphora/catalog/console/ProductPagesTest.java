package io.amphora.catalog.console;

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
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.catalog.api.Product;
import io.amphora.catalog.api.ProductData;
import io.amphora.catalog.api.Products;
import io.amphora.common.Actor;
import io.amphora.common.Money;
import io.amphora.console.api.ConsoleCommands;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.kit.EmptyState;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.KeysetGrid;
import io.amphora.console.api.kit.Shortcuts;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProductPagesTest {
    private final FakeProducts products = new FakeProducts();

    @BeforeEach
    void signIn() {
        MockVaadin.setup(new Routes());
        CurrentUser.set(new Actor("mia", "Mia", Set.of("*")));
    }

    @AfterEach
    void tearDown() {
        MockVaadin.tearDown();
    }

    private ProductsPage list() {
        ProductsPage page = new ProductsPage(products);
        UI.getCurrent().add(page);
        return page;
    }

    private ProductPage open(long id) {
        ProductPage page = new ProductPage(products);
        UI.getCurrent().add(page);
        page.setParameter(null, id);
        return page;
    }

    @Test
    void listsProducts() {
        list();

        KeysetGrid<Product> grid = grid();
        assertThat(GridKt._size(grid)).isEqualTo(2);
        assertThat(GridKt._getFormattedRow(grid, 0)).startsWith("CUP-1", "Cup", "Tableware");
    }

    @SuppressWarnings("unchecked")
    private static KeysetGrid<Product> grid() {
        return _get(KeysetGrid.class);
    }

    @Test
    void namesAllProblemsBesideTheirFields() {
        list();
        _click(_get(Button.class, s -> s.withId("new-product")));

        _click(_get(Button.class, s -> s.withId("save")));

        assertThat(_get(TextField.class, s -> s.withId("sku")).isInvalid()).isTrue();
        assertThat(_get(TextField.class, s -> s.withId("name")).isInvalid()).isTrue();
        assertThat(_get(BigDecimalField.class, s -> s.withId("price")).isInvalid()).isTrue();
    }

    @Test
    void createsAProduct() {
        list();
        Shortcuts.press(_get(ProductsPage.class), "n");
        _setValue(_get(TextField.class, s -> s.withId("sku")), "POT-1");
        _setValue(_get(TextField.class, s -> s.withId("name")), "Pot");
        _setValue(_get(BigDecimalField.class, s -> s.withId("price")), new BigDecimal("32.5"));
        _click(_get(Button.class, s -> s.withId("save")));

        assertThat(products.all.get(2).data()).isEqualTo(new ProductData("POT-1", "Pot", "pcs", Money.of("32.50", "EUR"), null, true, true));
        _assertNone(ProductDialog.class);
    }

    @Test
    void showsAndChangesAProduct() {
        ProductPage page = open(1);
        assertThat(page.getPageTitle()).isEqualTo("Cup");

        _click(_get(Button.class, s -> s.withId("edit")));
        assertThat(_get(BigDecimalField.class, s -> s.withId("price")).getValue()).hasToString("4.50");
        _setValue(_get(TextField.class, s -> s.withId("name")), "Big cup");
        _click(_get(Button.class, s -> s.withId("save")));
        _click(_get(Button.class, s -> s.withId("toggle")));

        assertThat(page.getPageTitle()).isEqualTo("Big cup");
        assertThat(products.find(null, 1).active()).isFalse();
    }

    @Test
    void keepsTheInputWhenSomebodyElseWasFaster() {
        open(1);
        _click(_get(Button.class, s -> s.withId("edit")));
        products.change(null, 1, 1, products.find(null, 1).data());
        _setValue(_get(TextField.class, s -> s.withId("name")), "Mine");
        _click(_get(Button.class, s -> s.withId("save")));

        assertThat(_get(TextField.class, s -> s.withId("name")).getValue()).isEqualTo("Mine");
        assertThat(_get(FieldErrors.class).isVisible()).isTrue();
    }

    @Test
    void saysWhenAProductIsNotThere() {
        open(99);

        _get(EmptyState.class);
    }

    @Test
    void whoMayOnlyReadSeesNoActions() {
        CurrentUser.set(new Actor("ann", "Ann", Set.of(Products.READ)));
        list();
        open(1);

        _assertNone(Button.class, s -> s.withId("new-product"));
        _assertNone(Button.class, s -> s.withId("edit"));
        assertThat(new ProductCommands(products).find(CurrentUser.actor(), "CUP", Locale.ENGLISH)).extracting(ConsoleCommands.Command::path).containsExactly("product/1");
        assertThat(new ProductCommands(products).find(new Actor("x", "x", Set.of()), "CUP", Locale.ENGLISH)).isEmpty();
    }
}
