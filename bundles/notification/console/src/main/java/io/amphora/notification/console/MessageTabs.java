package io.amphora.notification.console;

import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import io.amphora.common.Actor;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.kit.Texts;
import io.amphora.notification.api.MessageLog;
import java.util.LinkedHashMap;
import java.util.Map;

/** Leads from one page of messages to the others that the user may open. */
final class MessageTabs extends Tabs {
    static final String LOG = "messages";
    static final String TEMPLATES = "message-templates";
    static final String SUBSCRIPTIONS = "message-subscriptions";
    static final String WEBHOOKS = "webhooks";
    static final String TRANSPORTS = "message-transports";
    private static final long serialVersionUID = 1L;

    private final Map<Tab, String> paths = new LinkedHashMap<>();

    /** @param here path of the page it stands on */
    MessageTabs(String here) {
        Actor actor = CurrentUser.actor();
        tab(LOG, "message.tab.log");
        if (actor.may(MessageLog.MANAGE)) {
            tab(TEMPLATES, "message.tab.templates");
            tab(SUBSCRIPTIONS, "message.tab.subscriptions");
            tab(WEBHOOKS, "message.tab.webhooks");
        }
        tab(TRANSPORTS, "message.tab.transports");
        paths.forEach((tab, path) -> {
            if (path.equals(here)) {
                setSelectedTab(tab);
            }
        });
        getElement().setAttribute("aria-label", Texts.of("message.title"));
        addSelectedChangeListener(e -> getUI().ifPresent(ui -> ui.navigate(paths.get(e.getSelectedTab()))));
    }

    private void tab(String path, String labelKey) {
        Tab tab = new Tab(Texts.of(labelKey));
        tab.setId("tab-" + path);
        paths.put(tab, path);
        add(tab);
    }
}
