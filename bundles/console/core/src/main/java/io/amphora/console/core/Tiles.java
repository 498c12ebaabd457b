package io.amphora.console.core;

import io.amphora.common.Actor;
import io.amphora.console.api.HomeTile;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The cards of the home page there are now. */
@Component(service = Tiles.class)
public final class Tiles {
    private final List<HomeTile> tiles = new CopyOnWriteArrayList<>();
    private final OpenUis uis;

    @Activate
    public Tiles(@Reference OpenUis uis) {
        this.uis = uis;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    void addTile(HomeTile tile) {
        tiles.add(tile);
        uis.each(MainLayout::tilesChanged);
    }

    void removeTile(HomeTile tile) {
        tiles.remove(tile);
        uis.each(MainLayout::tilesChanged);
    }

    List<HomeTile> of(Actor actor) {
        return tiles.stream().filter(t -> t.permission() == null || t.permission().isEmpty() || actor.may(t.permission()))
                .sorted(Comparator.comparingInt(HomeTile::order).thenComparing(t -> t.getClass().getName())).toList();
    }
}
