package io.amphora.console.api.kit;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;

/** A field for a barcode scanner, which types and presses Enter: focused, emptied after each code, and focused again. Also good for typing. */
public final class Scan extends TextField {
    private static final long serialVersionUID = 1L;

    /** @param labelKey message key; @param scanned gets the code, stripped and not empty */
    public Scan(String labelKey, Consumer<String> scanned) {
        super(Texts.of(labelKey));
        addClassName("scan");
        setPrefixComponent(new Icons("barcode"));
        setClearButtonVisible(true);
        setAutofocus(true);
        setAutoselect(true);
        setManualValidation(true);
        getElement().setAttribute("autocomplete", "off");
        addKeyPressListener(Key.ENTER, e -> {
            String code = getValue().strip();
            if (!code.isEmpty()) {
                clear();
                accept(null);
                scanned.accept(code);
                focus();
            }
        });
    }

    /** Says why the last code was no good, null to take that back. @param error in the user's language */
    public void accept(String error) {
        setErrorMessage(error);
        setInvalid(error != null);
    }
}
