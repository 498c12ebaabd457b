package io.amphora.notification.core.compose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amphora.notification.api.Audience;
import io.amphora.notification.api.MessageTransport;
import io.amphora.notification.api.Occasion;
import io.amphora.notification.api.QuietHours;
import io.amphora.notification.api.Recipient;
import io.amphora.notification.api.Template;
import io.amphora.notification.core.store.Draft;
import io.amphora.notification.core.text.JpaTemplates;
import io.amphora.notification.core.text.Json;
import io.amphora.platform.api.Event;
import io.amphora.platform.api.EventListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes messages about what a channel brought and could not become an order. */
@Component
public final class InboxNotices implements EventListener {
    private static final Occasion FAILED = Occasion.INBOX_FAILED;
    private static final String PAGE = "inbox?view=FAILED";

    private final Directory directory;
    private final Installation installation;
    private final JpaTemplates templates;
    private final Outgoing outgoing;

    @Activate
    public InboxNotices(@Reference Directory directory, @Reference Installation installation, @Reference JpaTemplates templates, @Reference Outgoing outgoing) {
        this.directory = directory;
        this.installation = installation;
        this.templates = templates;
        this.outgoing = outgoing;
    }

    @Override
    public String id() {
        return "notification.inbox";
    }

    @Override
    public List<String> topics() {
        return List.of("inbox.failed");
    }

    @Override
    public void on(List<Event> events) {
        Directory.Snapshot who = directory.now();
        if (who.staff(FAILED).isEmpty() && who.webhooks(FAILED).isEmpty()) {
            return;
        }
        Installation.Values values = installation.now();
        Map<String, Template> changed = templates.changed();
        List<Draft> drafts = new ArrayList<>();
        for (Event event : events) {
            JsonNode payload = Json.read(event.payload());
            String channel = payload.path("channel").asText("");
            List<Draft> written = write(event, payload, who, values, changed);
            drafts.addAll(values.silent().contains(channel) ? written.stream().map(d -> d.suppressed("orders of " + channel + " are silent")).toList() : written);
        }
        outgoing.keep(drafts);
    }

    private List<Draft> write(Event event, JsonNode payload, Directory.Snapshot who, Installation.Values values, Map<String, Template> changed) {
        String number = payload.path("externalId").asText("#" + event.key());
        List<Draft> drafts = new ArrayList<>();
        for (Directory.Addressee a : who.staff(FAILED)) {
            JpaTemplates.Text text = templates.text(changed, FAILED, Audience.STAFF, a.language(), facts(payload, number, values, a));
            drafts.add(outgoing.draft("event:" + event.id(), FAILED.id(), event.key(), number, a.transport(), a.to(), a.language(), text.subject(), text.body(), PAGE, a.quiet()));
        }
        for (Recipient hook : who.webhooks(FAILED)) {
            drafts.add(outgoing.draft("event:" + event.id(), FAILED.id(), event.key(), number, MessageTransport.WEBHOOK, hook, "en", FAILED.id() + " " + number, json(event, payload), null,
                    QuietHours.NONE));
        }
        return drafts;
    }

    private static Map<String, String> facts(JsonNode payload, String number, Installation.Values values, Directory.Addressee to) {
        return Map.of("recipient.name", to.to().name() == null ? "" : to.to().name(), "installation.name", values.name(), "inbox.channel", payload.path("channel").asText(""), "inbox.number", number,
                "inbox.problems", payload.path("problems").asText("1"), "inbox.link", values.url().isEmpty() ? "" : values.url() + "/console/" + PAGE);
    }

    private static String json(Event event, JsonNode payload) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("type", FAILED.id()).put("timestamp", event.at().toString());
        json.putObject("data").put("id", event.key()).put("channel", payload.path("channel").asText()).put("externalId", payload.path("externalId").asText(null));
        return json.toString();
    }
}
