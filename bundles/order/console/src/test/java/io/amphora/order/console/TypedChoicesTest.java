package io.amphora.order.console;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import io.amphora.catalog.api.Product;
import io.amphora.catalog.api.Products;
import io.amphora.common.Actor;
import io.amphora.common.Money;
import io.amphora.customer.api.Customers;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody types without choosing from the list. */
class TypedChoicesTest {
    private static final Actor SAM = new Actor("sam", "Sam", Set.of("*"));
    private static final List<Product> KETTLES = List.of(product("K-1", "Kettle, small"), product("K-2", "Kettle, large"));

    @BeforeEach
    void setUp() {
        MockVaadin.setup(new Routes());
    }

    @AfterEach
    void tearDown() {
        MockVaadin.tearDown();
    }

    @SuppressWarnings("unchecked")
    private static <T> T twin(Class<T> type, Function<Object[], Object> search) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> method.getName().equals("search") ? search.apply(args)
                : method.getReturnType() == Optional.class ? Optional.empty() : null);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static ComboBox<?> type(Component where, String text) {
        UI.getCurrent().add(where);
        ComboBox<?> box = where instanceof ComboBox<?> b ? b : _get(where, ComboBox.class);
        ComponentUtil.fireEvent(box, (ComponentEvent) new ComboBoxBase.CustomValueSetEvent<>((ComboBox) box, false, text));
        return box;
    }

    private static List<Product> matching(Object[] args) {
        return KETTLES.stream().filter(p -> (p.sku() + p.name()).contains((String) args[1])).toList();
    }

    private static ComboBox<?> product(String text) {
        return type(new LineEntry(twin(Products.class, TypedChoicesTest::matching), SAM, (p, q) -> { }), text);
    }

    @Test
    void oneMatchIsTaken() {
        assertThat(product("large").getValue()).isEqualTo(KETTLES.get(1));
    }

    @Test
    void severalMatchesAskForAChoice() {
        ComboBox<?> box = product("Kettle");

        assertThat(box.getValue()).isNull();
        assertThat(box.getErrorMessage()).contains("order.entry.several");
    }

    @Test
    void noMatchIsSaid() {
        assertThat(product("Anvil").getErrorMessage()).contains("order.entry.unknown");
    }

    @Test
    void customerThatNobodyHasIsSaid() {
        ComboBox<?> box = type(new CustomerChoice(twin(Customers.class, args -> List.of()), SAM), "Nobody");

        assertThat(box.isInvalid()).isTrue();
        assertThat(box.getErrorMessage()).contains("order.customer.unknown");
    }

    private static Product product(String sku, String name) {
        return new Product(1, sku, name, "pcs", Money.of("10", "EUR"), null, true, true, 1);
    }
}
