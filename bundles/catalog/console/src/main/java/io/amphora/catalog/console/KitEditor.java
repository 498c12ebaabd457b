package io.amphora.catalog.console;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import io.amphora.catalog.api.KitComponent;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.console.api.kit.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a kit consists of, one "quantity SKU" per line: quick to type and to paste. */
final class KitEditor extends Div {
    private static final long serialVersionUID = 1L;

    private final TextArea text = new TextArea(Texts.of("product.kit"));

    KitEditor() {
        text.setWidthFull();
        text.setId("kit");
        text.setHelperText(Texts.of("product.kit.help"));
        text.setMaxLength(4000);
        add(text);
    }

    TextArea text() {
        return text;
    }

    void show(List<KitComponent> components) {
        text.setValue(components.stream().map(c -> c.quantity().toPlainString() + " " + c.sku()).collect(Collectors.joining("\n")));
    }

    /** @throws AmphoraException.Invalid naming the first line that is not "quantity SKU" */
    List<KitComponent> components() {
        List<KitComponent> components = new ArrayList<>();
        for (String line : text.getValue().lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
            String[] parts = line.split("[\\s×x*]+", 2);
            if (parts.length < 2 || !parts[0].matches("[0-9]{1,9}([.,][0-9]{1,6})?")) {
                throw new AmphoraException.Invalid(Problem.of("components", "kit-line", "\"{0}\" is no quantity and SKU", line));
            }
            components.add(new KitComponent(parts[1].strip(), new BigDecimal(parts[0].replace(',', '.'))));
        }
        return components;
    }
}
