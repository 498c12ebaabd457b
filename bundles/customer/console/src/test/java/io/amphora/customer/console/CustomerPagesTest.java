package io.amphora.customer.console;

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
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.common.Actor;
import io.amphora.console.api.ConsoleCommands;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.kit.EmptyState;
import io.amphora.console.api.kit.KeysetGrid;
import io.amphora.console.api.kit.Shortcuts;
import io.amphora.customer.api.CustomerData;
import io.amphora.customer.api.Customers;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CustomerPagesTest {
    private final FakeCustomers customers = new FakeCustomers();

    @BeforeEach
    void signIn() {
        MockVaadin.setup(new Routes());
        CurrentUser.set(new Actor("mia", "Mia", Set.of("*")));
    }

    @AfterEach
    void tearDown() {
        MockVaadin.tearDown();
    }

    private CustomerPage open(long id) {
        CustomerPage page = new CustomerPage(customers);
        UI.getCurrent().add(page);
        page.setParameter(null, id);
        return page;
    }

    @Test
    void listsCustomers() {
        UI.getCurrent().add(new CustomersPage(customers));

        assertThat(GridKt._getFormattedRow(_get(KeysetGrid.class), 0)).startsWith("K1", "Anna", "anna@example.com");
    }

    @Test
    void namesAllProblemsBesideTheirFields() {
        UI.getCurrent().add(new CustomersPage(customers));
        _click(_get(Button.class, s -> s.withId("new-customer")));
        _setValue(_get(TextField.class, s -> s.withId("email")), "nobody");
        _click(_get(Button.class, s -> s.withId("save")));

        assertThat(_get(TextField.class, s -> s.withId("name")).isInvalid()).isTrue();
        assertThat(_get(TextField.class, s -> s.withId("email")).isInvalid()).isTrue();
    }

    @Test
    void entersACustomerWithAnAddress() {
        UI.getCurrent().add(new CustomersPage(customers));
        Shortcuts.press(_get(CustomersPage.class), "n");
        _setValue(_get(TextField.class, s -> s.withId("name")), "Bo");
        _click(_get(Button.class, s -> s.withId("add-address")));
        _setValue(_get(TextField.class, s -> s.withLabel("!customer.address.city")), "Lund");
        CustomerDialog dialog = _get(CustomerDialog.class);
        _click(_get(Button.class, s -> s.withId("add-address")));
        _click(_find(dialog, Button.class, s -> s.withText("!customer.address.remove")).get(1));

        CustomerData[] data = new CustomerData[1];
        CustomerDialog copy = new CustomerDialog(customers.find(null, 1), d -> {
            data[0] = d;
            return customers.find(null, 1);
        }, c -> { });
        copy.open();
        dialog.close();
        _click(_get(Button.class, s -> s.withId("save")));

        assertThat(data[0].addresses()).hasSize(1);
        assertThat(data[0].addresses().get(0).city()).isEqualTo("Uppsala");
    }

    @Test
    void showsACustomerAlsoWithoutTheOrdersDomain() {
        CustomerPage page = open(1);

        assertThat(page.getPageTitle()).isEqualTo("Anna");
        _get(Span.class, s -> s.withText("!customer.orders.off"));
        _click(_get(Button.class, s -> s.withId("toggle")));
        assertThat(customers.find(null, 1).blocked()).isTrue();
    }

    @Test
    void saysWhenACustomerIsNotThere() {
        open(99);

        _get(EmptyState.class);
    }

    @Test
    void whoMayOnlyReadSeesNoActions() {
        CurrentUser.set(new Actor("ann", "Ann", Set.of(Customers.READ)));
        UI.getCurrent().add(new CustomersPage(customers));
        open(1);

        _assertNone(Button.class, s -> s.withId("new-customer"));
        _assertNone(Button.class, s -> s.withId("edit"));
        assertThat(new CustomerCommands(customers).find(CurrentUser.actor(), "a", Locale.ENGLISH)).extracting(ConsoleCommands.Command::path).containsExactly("customer/1");
        assertThat(new CustomerCommands(customers).find(new Actor("x", "x", Set.of()), "a", Locale.ENGLISH)).isEmpty();
    }
}
