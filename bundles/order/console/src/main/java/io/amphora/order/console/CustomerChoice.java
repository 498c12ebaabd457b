package io.amphora.order.console;

import com.vaadin.flow.component.combobox.ComboBox;
import io.amphora.common.Actor;
import io.amphora.console.api.kit.Texts;
import io.amphora.customer.api.Customer;
import io.amphora.customer.api.Customers;
import java.util.List;
import java.util.stream.Stream;

/** The customer of an order: by number, name, e-mail or phone; what names exactly one is enough. */
final class CustomerChoice extends ComboBox<Customer> {
    private static final long serialVersionUID = 1L;
    private static final int CHOICES = 20;

    private final transient Customers customers;
    private final transient Actor actor;
    private transient Runnable next = () -> { };
    private boolean entered;

    CustomerChoice(Customers customers, Actor actor) {
        super(Texts.of("order.customer"));
        this.customers = customers;
        this.actor = actor;
        setItemLabelGenerator(c -> c.name() + "  " + c.number());
        setItems(q -> {
            int limit = Math.min(q.getLimit(), CHOICES);
            return q.getOffset() > 0 ? Stream.empty() : customers.search(actor, q.getFilter().orElse(""), limit).stream();
        });
        setPlaceholder(Texts.of("order.customer.hint"));
        setAllowCustomValue(true);
        setManualValidation(true);
        addCustomValueSetListener(e -> typed(e.getDetail().strip()));
        addValueChangeListener(e -> {
            setInvalid(false);
            if (entered && e.getValue() != null) {
                leave();
            }
        });
        // what was typed arrives before or after the key
        getElement().addEventListener("keydown", e -> {
            entered = true;
            if (getValue() != null) {
                leave();
            }
        }).setFilter("event.key === 'Enter' && !event.ctrlKey && !event.metaKey");
        addBlurListener(e -> entered = false);
        setId("customer");
    }

    /** What happens when somebody chooses with Enter: usually the cursor goes on. */
    void onEnter(Runnable then) {
        next = then;
    }

    private void leave() {
        entered = false;
        next.run();
    }

    private void typed(String text) {
        List<Customer> hits = customers.search(actor, text, 2);
        if (hits.size() == 1) {
            setValue(hits.get(0));
            return;
        }
        setErrorMessage(Texts.of(hits.isEmpty() ? "order.customer.unknown" : "order.customer.several", text));
        setInvalid(true);
        focus();
        if (!hits.isEmpty()) {
            Choices.open(this, text);
        }
    }
}
