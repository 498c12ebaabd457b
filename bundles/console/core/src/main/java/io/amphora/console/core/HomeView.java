package io.amphora.console.core;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.amphora.common.Actor;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.HomeTile;
import io.amphora.console.api.kit.EmptyState;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first page: the tiles of all bundles, in a grid of twelve columns. */
public final class HomeView extends Page {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(HomeView.class);

    private final transient Tiles tiles;
    private final transient Map<HomeTile, Component> shown = new LinkedHashMap<>();
    private final Div grid = new Div();

    HomeView(Tiles tiles) {
        super("console.home");
        this.tiles = tiles;
        addClassName("home");
        grid.addClassName("tiles");
        grow(grid);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        refresh();
    }

    /** Adds the tiles that came, takes those that went; the others stay as they are. */
    void refresh() {
        Actor actor = CurrentUser.actor();
        List<HomeTile> now = tiles.of(actor);
        shown.keySet().retainAll(now);
        now.forEach(tile -> shown.computeIfAbsent(tile, t -> card(t, actor)));
        grid.removeAll();
        now.forEach(tile -> grid.add(shown.get(tile)));
        if (now.isEmpty()) {
            grid.add(new EmptyState("home-o", "console.home.empty", "console.home.empty.text"));
        }
    }

    private static Component card(HomeTile tile, Actor actor) {
        Div card = new Div(content(tile, actor));
        card.addClassNames("tile", "tile-" + Math.max(1, Math.min(12, tile.width())));
        return card;
    }

    private static Component content(HomeTile tile, Actor actor) {
        try {
            return tile.create(actor);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("tile {} cannot be shown", tile.getClass().getName(), e);
            Div broken = new Div(Texts.of("console.tile-failed"));
            broken.addClassName("tile-failed");
            return broken;
        }
    }
}
