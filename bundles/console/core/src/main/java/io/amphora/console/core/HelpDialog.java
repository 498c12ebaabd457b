package io.amphora.console.core;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.amphora.console.api.kit.Shortcuts.Shortcut;
import io.amphora.console.api.kit.Texts;
import java.util.List;
import java.util.Locale;

/** The shortcuts that work on the page below. */
final class HelpDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    HelpDialog(List<Shortcut> shortcuts) {
        addClassName("help-dialog");
        setHeaderTitle(Texts.of("console.help"));
        DescriptionList list = new DescriptionList();
        list.addClassName("shortcuts");
        shortcuts.forEach(s -> list.add(new DescriptionList.Term(keys(s.key())), new DescriptionList.Description(s.text())));
        for (String key : List.of("j", "k", "x", "enter")) {
            list.add(new DescriptionList.Term(keys(key)), new DescriptionList.Description(Texts.of("console.list-key." + key)));
        }
        add(list);
        getFooter().add(new Button(Texts.of("kit.close"), e -> close()));
    }

    private static Div keys(String sequence) {
        Div keys = new Div();
        for (String press : sequence.split(" ")) {
            for (String key : press.equals("+") ? new String[] {"+"} : press.split("\\+")) {
                Span cap = new Span(name(key));
                cap.addClassName("kbd");
                keys.add(cap);
            }
        }
        return keys;
    }

    private static String name(String key) {
        return switch (key) {
            case "mod" -> "Ctrl";
            case "enter" -> "Enter";
            case "escape" -> "Esc";
            default -> key.length() == 1 ? key : key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1);
        };
    }
}
