package io.amphora.transfer.console;

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
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.common.Actor;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.kit.KeysetGrid;
import io.amphora.transfer.api.Import;
import io.amphora.transfer.api.RejectedRow;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportPageTest {
    private final FakeImports imports = new FakeImports();

    @BeforeEach
    void signIn() {
        MockVaadin.setup(new Routes());
        CurrentUser.set(new Actor("mona", "Mona", Set.of("transfer.import")));
    }

    @AfterEach
    void tearDown() {
        MockVaadin.tearDown();
    }

    @Test
    void leadsFromGuessesThroughDryRunToTheReport() {
        ImportPage page = open();
        assertThat(column("quantity").getValue()).isEqualTo("Qty");
        assertThat(column("quantity").getHelperText()).isEqualTo("2 · 3");

        _click(primary());
        assertThat(imports.asked).containsExactly("dry-run 4");
        assertThat(_get(OutcomeView.class).getElement().getTextRecursively()).contains("12.345 GBP");
        _click(primary());
        assertThat(imports.asked).containsExactly("dry-run 4", "run 4");
        assertThat(_find(SettingsForm.class)).isEmpty();
        assertThat(page.getPageTitle()).isEqualTo("orders.csv");
    }

    @Test
    void takesCorrectionsOfTheMapping() {
        open();

        _setValue(column("sku"), "No");
        _click(_get(Button.class, spec -> spec.withText("!transfer.apply")));

        assertThat(imports.asked).containsExactly("adjust 4 {orderNumber=No, quantity=Qty, sku=No}EUR");
    }

    @Test
    void offersNoRunWhileSomethingStandsInTheWay() {
        imports.blocked = true;

        open();

        assertThat(primary().isEnabled()).isFalse();
        assertThat(_get(com.vaadin.flow.component.html.ListItem.class).getText()).startsWith("no column is chosen for");
    }

    @Test
    void leadsFromAFindingToItsRows() {
        imports.state = Import.State.DONE;
        open();
        Button reason = _get(Button.class, spec -> spec.withPredicate(b -> b.getText().contains("\"two\" is not a number")));
        imports.row = new RejectedRow(5, 7, RejectedRow.State.OPEN, List.of("A1", "two"), "A1,two", List.of(), 1);

        _click(reason);
        GridKt._get(_get(KeysetGrid.class), 0);

        assertThat(imports.asked).contains("rows quantity transfer.number");
    }

    @Test
    @SuppressWarnings("unchecked")
    void mendsARowInPlaceWithItsProblemBesideTheCell() {
        imports.state = Import.State.DONE;
        open();
        KeysetGrid<RejectedRow> grid = _get(KeysetGrid.class);
        assertThat(GridKt._get(grid, 0).row()).isEqualTo(7);

        new MendDialog(imports, CurrentUser.actor(), imports.find(null, 1), imports.row, () -> { }).open();
        assertThat(cell(1).getErrorMessage()).isEqualTo("\"two\" is not a number");
        _click(_get(Button.class, spec -> spec.withId("save")));
        assertThat(_find(MendDialog.class)).as("still wrong, still open").hasSize(1);
        _setValue(cell(1), "2");
        _click(_get(Button.class, spec -> spec.withId("save")));

        assertThat(_find(MendDialog.class)).isEmpty();
        assertThat(imports.asked).containsExactly("fix 5 1[A1, two]", "fix 5 2[A1, 2]");
    }

    @Test
    void listsImports() {
        UI.getCurrent().add(new ImportsPage(imports));

        KeysetGrid<?> grid = _get(KeysetGrid.class);
        assertThat(GridKt._getFormattedRow(grid, 0)).contains("orders.csv", "mona");
        assertThat(List.of(_get(com.vaadin.flow.component.upload.Upload.class).getAcceptedFileTypes())).isNotEmpty();
    }

    private ImportPage open() {
        ImportPage page = new ImportPage(imports);
        page.setParameter(null, 1L);
        UI.getCurrent().add(page);
        return page;
    }

    private static Button primary() {
        return _get(Button.class, spec -> spec.withPredicate(b -> b.getThemeNames().contains(ButtonVariant.LUMO_PRIMARY.getVariantName())));
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<String> column(String field) {
        return _get(ComboBox.class, spec -> spec.withId("field-" + field));
    }

    private static TextField cell(int at) {
        return _get(TextField.class, spec -> spec.withId("cell-" + at));
    }
}
