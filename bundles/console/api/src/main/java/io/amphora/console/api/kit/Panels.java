package io.amphora.console.api.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import io.amphora.common.Actor;
import io.amphora.console.api.PagePanel;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws what other bundles contribute to a page. UI thread only. */
public final class Panels {
    private static final Logger LOG = LoggerFactory.getLogger(Panels.class);

    private Panels() {
    }

    /** A heading and a body on a surface, as all sections of a page look. */
    public static Div section(String title, Component body) {
        Div section = new Div(new H2(Texts.of(title)), body);
        section.addClassName("surface");
        return section;
    }

    /** The sections that belong here and the actor may see, in order. @param panels all of the whiteboard, null for none */
    public static List<Component> of(List<PagePanel> panels, String page, PagePanel.Place place, Actor actor, String key) {
        return of(panels, page, place, actor, p -> p.create(actor, key));
    }

    /** The same as they were at a moment. */
    public static List<Component> at(List<PagePanel> panels, String page, PagePanel.Place place, Actor actor, String key, Instant at) {
        return of(panels, page, place, actor, p -> p.createAt(actor, key, at));
    }

    private static List<Component> of(List<PagePanel> panels, String page, PagePanel.Place place, Actor actor, Function<PagePanel, Component> body) {
        if (panels == null) {
            return List.of();
        }
        return panels.stream().filter(p -> page.equals(p.page()) && p.place() == place && (p.permission().isEmpty() || actor.may(p.permission())))
                .sorted(Comparator.comparingInt(PagePanel::order)).map(p -> drawn(p, body)).filter(Objects::nonNull).toList();
    }

    private static Component drawn(PagePanel panel, Function<PagePanel, Component> made) {
        try {
            return Optional.ofNullable(made.apply(panel)).map(body -> section(panel.title(), body)).orElse(null);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("panel {} cannot be shown", panel.getClass().getName(), e);
            Div broken = new Div(Texts.of("kit.panel-failed"));
            broken.addClassName("tile-failed");
            return section(panel.title(), broken);
        }
    }
}
