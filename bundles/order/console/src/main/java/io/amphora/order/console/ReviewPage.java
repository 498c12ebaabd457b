package io.amphora.order.console;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.common.Actor;
import io.amphora.console.api.ConsoleRoute;
import io.amphora.console.api.ConsoleView;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.MenuGroup;
import io.amphora.console.api.kit.Edit;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.order.api.ReviewChecks;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** The review as it is set up: its limits, and the checks that take part. */
@org.osgi.service.component.annotations.Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = "review", title = "order.review", icon = "vaadin:check-square-o", group = MenuGroup.AUTOMATION, order = 10, permission = ReviewChecks.CONFIGURE)
public final class ReviewPage extends Page implements ConsoleView {
    private static final long serialVersionUID = 1L;
    private static final String BLACKLIST = "order.review.blacklist";
    private static final String DISCOUNTS = "order.review.discount-limits";
    private static final String WITH_TAX = "order.prices-include-tax";

    private final transient ReviewChecks checks;
    private final transient Actor actor = CurrentUser.actor();
    private final transient Edit edit;
    private final FieldErrors errors = new FieldErrors();
    private final transient Map<String, AbstractField<?, String>> fields = new LinkedHashMap<>();

    @Activate
    public ReviewPage(@Reference ReviewChecks checks) {
        super("order.review");
        this.checks = checks;
        this.edit = new Edit(() -> checks.version(actor));
        primary("order.review.save", this::save);
        Div form = new Div();
        form.addClassName("limits");
        checks.limits(actor).forEach((name, value) -> form.add(field(name, value)));
        Div limits = new Div(new H2(Texts.of("order.review.limits")), errors, form);
        Div asked = new Div(new H2(Texts.of("order.review.checks")), new ChecksTable(checks.checks(actor, getLocale())));
        limits.addClassName("surface");
        asked.addClassName("surface");
        Div content = new Div(limits, asked);
        content.addClassName("stack");
        OrderStyles.on(this);
        grow(content);
    }

    private Component field(String name, String value) {
        if (name.equals(BLACKLIST) || name.equals(DISCOUNTS)) {
            TextArea area = new TextArea(Texts.of(name));
            area.setHelperText(Texts.orElse(name + ".help", ""));
            return bind(name, area, value);
        }
        if (name.equals(WITH_TAX)) {
            Select<String> choice = new Select<>();
            choice.setLabel(Texts.of(name));
            choice.setItems("false", "true");
            choice.setItemLabelGenerator(v -> Texts.of(v.equals("true") ? "order.tax.included" : "order.tax.added"));
            return bind(name, choice, value);
        }
        TextField field = new TextField(Texts.of(name));
        field.setHelperText(Texts.orElse(name + ".help", ""));
        return bind(name, field, value);
    }

    private <F extends AbstractField<?, String> & HasValidation> F bind(String name, F field, String value) {
        field.setValue(value);
        field.setId(name.substring(name.lastIndexOf('.') + 1));
        fields.put(name, field);
        errors.bind(name, field);
        return field;
    }

    private void save() {
        Map<String, String> limits = new LinkedHashMap<>();
        fields.forEach((name, field) -> limits.put(name, field.getValue()));
        edit.save(errors, seen -> checks.change(actor, limits, seen), () -> Toast.success("order.review.saved"), Edit::reload);
    }
}
