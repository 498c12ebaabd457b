package io.amphora.order.console;

import com.vaadin.flow.component.combobox.ComboBox;

/** The list of a combo box. */
final class Choices {
    private Choices() {
    }

    /** Shows what matches a text that was typed and entered; after the event, because the browser closes the list with it. */
    static void open(ComboBox<?> box, String text) {
        box.getElement().executeJs("setTimeout(() => { this.opened = true; this.inputElement.value = $0; this.filter = $0; })", text);
    }
}
