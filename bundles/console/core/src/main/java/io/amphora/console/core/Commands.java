package io.amphora.console.core;

import io.amphora.common.Actor;
import io.amphora.console.api.ConsoleCommands;
import io.amphora.console.api.ConsoleCommands.Command;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the palette finds: what the bundles find, and all pages of the menu. */
@Component(service = Commands.class)
public final class Commands {
    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);
    private static final int PER_SOURCE = 10;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile List<ConsoleCommands> sources = List.of();

    private final Menu menu;

    @Activate
    public Commands(@Reference Menu menu) {
        this.menu = menu;
    }

    /** By group (message key), in the order to show. Without a text: the pages. */
    Map<String, List<Command>> find(Actor actor, String text, Locale locale) {
        Map<String, List<Command>> found = new LinkedHashMap<>();
        String wanted = text.strip();
        List<Command> pages = pages(actor, wanted.toLowerCase(locale), locale);
        if (!wanted.isEmpty()) {
            for (ConsoleCommands source : sources) {
                ask(source, actor, wanted, locale).forEach(c -> found.computeIfAbsent(c.group(), g -> new ArrayList<>()).add(c));
            }
        }
        if (!pages.isEmpty()) {
            found.put("console.pages", pages);
        }
        return found;
    }

    private List<Command> pages(Actor actor, String text, Locale locale) {
        List<Command> pages = new ArrayList<>();
        for (Menu.Group group : menu.groups(actor, locale)) {
            for (Menu.Item item : group.items()) {
                if (item.title().toLowerCase(locale).contains(text) || group.title().toLowerCase(locale).contains(text) || item.path().startsWith(text)) {
                    pages.add(new Command("console.pages", item.title(), group.title().equals(item.title()) ? "" : group.title(), item.icon(), item.path()));
                }
            }
        }
        return pages;
    }

    private static List<Command> ask(ConsoleCommands source, Actor actor, String text, Locale locale) {
        try {
            return source.find(actor, text, locale).stream().limit(PER_SOURCE).toList();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("{} found nothing for the command palette", source.getClass().getName(), e);
            return List.of();
        }
    }
}
