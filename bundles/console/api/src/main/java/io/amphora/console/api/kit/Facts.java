package io.amphora.console.api.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;

/** Labels with values. Empty values are left out. */
public final class Facts extends DescriptionList {
    private static final long serialVersionUID = 1L;

    public Facts() {
        addClassName("facts");
    }

    /** @param label message key; @param value left out when null or empty */
    public Facts add(String label, String value) {
        return value == null || value.isEmpty() ? this : add(label, new Text(value));
    }

    /** @param label message key */
    public Facts add(String label, Component value) {
        Term term = new Term(Texts.of(label));
        Description description = new Description(value);
        Div pair = new Div();
        pair.addClassName("fact");
        pair.getElement().appendChild(term.getElement(), description.getElement());
        getElement().appendChild(pair.getElement());
        return this;
    }

    /** Beside each other instead of below each other. */
    public Facts inline() {
        addClassName("facts-inline");
        return this;
    }

    public Facts clear() {
        getElement().removeAllChildren();
        return this;
    }
}
