package io.amphora.returns.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.amphora.common.Actor;
import io.amphora.common.PageRequest;
import io.amphora.console.api.PagePanel;
import io.amphora.returns.api.ReturnFilter;
import io.amphora.returns.api.ReturnRow;
import io.amphora.returns.api.Returns;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** On the customer page: what the customer sent back. */
@org.osgi.service.component.annotations.Component
public final class CustomerReturnsPanel implements PagePanel {
    private static final int ORDER = 50;
    private static final int ROWS = 10;

    private final Returns returns;

    @Activate
    public CustomerReturnsPanel(@Reference Returns returns) {
        this.returns = returns;
    }

    @Override
    public String page() {
        return "customer";
    }

    @Override
    public Place place() {
        return Place.MAIN;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String permission() {
        return Returns.READ;
    }

    @Override
    public String title() {
        return "returns.title";
    }

    @Override
    public Component create(Actor actor, String key) {
        List<ReturnRow> rows = returns.list(actor, ReturnFilter.ofCustomer(Long.parseLong(key)), PageRequest.first(ROWS)).items();
        if (rows.isEmpty()) {
            return null;
        }
        Div list = new ReturnList(rows, true);
        list.setId("customer-returns");
        ReturnStyles.on(list);
        return list;
    }
}
