package io.amphora.extension.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.amphora.assignment.api.AssignmentRule;
import io.amphora.assignment.api.Assignments.RuleInfo;
import io.amphora.channel.api.Inbox.ChannelInfo;
import io.amphora.channel.api.SalesChannel;
import io.amphora.extension.api.Provided;
import io.amphora.extension.api.Provided.Kind;
import io.amphora.report.api.ReportTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.osgi.framework.Bundle;

/** Says of components what they bring, in words of the product. */
final class Catalogue {
    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("io.amphora.console.api.ConsoleView", Kind.PAGE), Map.entry("io.amphora.console.api.HomeTile", Kind.TILE),
            Map.entry("io.amphora.console.api.ConsoleCommands", Kind.COMMANDS), Map.entry("io.amphora.console.api.ConsoleTheme", Kind.THEME),
            Map.entry("io.amphora.assignment.api.AssignmentRule", Kind.RULE), Map.entry("io.amphora.report.api.ReportTemplate", Kind.REPORT),
            Map.entry("io.amphora.channel.api.SalesChannel", Kind.CHANNEL), Map.entry("io.amphora.order.api.ReviewCheck", Kind.CHECK),
            Map.entry("io.amphora.payment.api.PaymentGateway", Kind.GATEWAY), Map.entry("io.amphora.notification.api.MessageTransport", Kind.TRANSPORT),
            Map.entry("io.amphora.fulfilment.api.Carrier", Kind.CARRIER), Map.entry("io.amphora.document.api.DocumentTemplate", Kind.TEMPLATE), Map.entry("io.amphora.console.api.PagePanel", Kind.PANEL),
            Map.entry("io.amphora.platform.api.EventListener", Kind.LISTENER),
            Map.entry("io.amphora.platform.api.JobHandler", Kind.JOB), Map.entry("io.amphora.platform.api.EntityContribution", Kind.ENTITIES));
    /** Ties between our own bundles that mean nothing to people. */
    private static final List<String> INNER = List.of("io.amphora.common.Messages", "io.amphora.console.api.ConsoleMenu", "io.amphora.console.api.ConsoleCounter",
            "io.amphora.platform.api.LiveEvents", "io.amphora.platform.api.Tx", "io.amphora.report.api.ReportListener", "io.amphora.extension.api.ExtensionListener");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Titles titles;
    private final Locale locale;
    private final Map<String, String> reports;
    private final Map<String, RuleInfo> rules;
    private final Map<String, ChannelInfo> channels;

    Catalogue(Titles titles, Locale locale) {
        this.titles = titles;
        this.locale = locale;
        this.reports = titles.reportTitles(locale);
        this.rules = titles.rules(locale);
        this.channels = titles.channels(locale);
    }

    /** What a component brings; empty for what only bundles care about. */
    Optional<Provided> of(Part part) {
        for (String offered : part.interfaces()) {
            Kind kind = KINDS.get(offered);
            if (kind != null) {
                return Optional.of(of(part, kind));
            }
        }
        return part.interfaces().stream().filter(i -> i.matches("io\\.amphora\\..*\\.api\\..*") && !INNER.contains(i)).findFirst()
                .map(i -> i.substring(i.lastIndexOf('.') + 1)).map(name -> new Provided(Kind.SERVICE, name, name, part.bundle(), part.active()));
    }

    private Provided of(Part part, Kind kind) {
        String id = switch (kind) {
            case PAGE -> part.text("console.path");
            case RULE -> part.text(AssignmentRule.PROPERTY_ID);
            case REPORT -> part.text(ReportTemplate.PROPERTY_ID);
            case CHANNEL -> part.text(SalesChannel.PROPERTY_ID);
            case CHECK -> part.text("amphora.check.id");
            case GATEWAY -> part.text("amphora.payment.gateway.id");
            case CARRIER -> part.text("amphora.carrier.id");
            case TRANSPORT -> part.text("amphora.transport.id");
            case TEMPLATE -> part.text("amphora.document.template.id");
            default -> part.simpleName();
        };
        String known = id == null ? part.simpleName() : id;
        return new Provided(kind, known, title(part, kind, known), part.bundle(), part.active());
    }

    private String title(Part part, Kind kind, String id) {
        String title = switch (kind) {
            case PAGE -> part.text("console.title") == null ? null : titles.text(part.text("console.title"), locale);
            case RULE -> rules.containsKey(id) ? rules.get(id).title() : null;
            case REPORT -> reports.get(id);
            case CHANNEL -> channels.containsKey(id) ? channels.get(id).title() : null;
            default -> titles.text("part." + id, locale);
        };
        return title == null ? id : title;
    }

    /** What a bundle brings that is no service: resources, by the OpenAPI document in it, and shell commands. */
    List<Provided> of(Bundle bundle, List<Part> parts) {
        List<Provided> provided = new ArrayList<>();
        boolean active = parts.stream().anyMatch(p -> p.active() && "true".equals(p.text("osgi.jaxrs.resource")));
        resources(bundle).forEach(path -> provided.add(new Provided(Kind.REST, path, "/api/v1/" + path, bundle.getSymbolicName(), active)));
        if (bundle.getHeaders().get("Karaf-Commands") != null) {
            provided.add(new Provided(Kind.SHELL, bundle.getSymbolicName(), bundle.getSymbolicName(), bundle.getSymbolicName(), bundle.getState() == Bundle.ACTIVE));
        }
        return provided;
    }

    private static TreeSet<String> resources(Bundle bundle) {
        TreeSet<String> first = new TreeSet<>();
        URL document = bundle.getState() == Bundle.UNINSTALLED ? null : bundle.getEntry("openapi/openapi.json");
        if (document != null) {
            try (InputStream in = document.openStream()) {
                JsonNode paths = JSON.readTree(in).path("paths");
                paths.fieldNames().forEachRemaining(path -> first.add(path.replaceFirst("^/", "").replaceFirst("/.*", "")));
            } catch (IOException broken) {
                first.add("?");
            }
        }
        return first;
    }
}
