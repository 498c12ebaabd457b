package io.amphora.inventory.core;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.common.RecentCache;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.Locations;
import io.amphora.inventory.api.Stock;
import io.amphora.platform.api.Duplicates;
import io.amphora.platform.api.Outbox;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Locations by JPA: a handful, so they are read whole. */
@Component(service = Locations.class)
public final class JpaLocations implements Locations {
    private static final int CODE = 20;
    private static final int REGION = 100;
    private static final String ALL = "all";
    private static final Actor SYSTEM = Actor.system("inventory");
    private static final String QUARANTINE = "QUARANTINE";
    private static final int LAST = 9999;

    private final Tx tx;
    private final Outbox outbox;
    private final RecentCache<String, List<Location>> recent = new RecentCache<>(1);

    @Activate
    public JpaLocations(@Reference(target = "(domain=inventory)") Tx tx, @Reference Outbox outbox) {
        this.tx = tx;
        this.outbox = outbox;
    }

    @Override
    public Location create(Actor by, String code, String name, String region, int priority) {
        by.require(CONFIGURE);
        Problems problems = new Problems();
        String checkedCode = problems.text("code", code, CODE);
        problems.check(checkedCode.isEmpty() || checkedCode.matches("[A-Za-z0-9_-]+"), "code", "location.code", "may have letters, digits, - and _ only");
        String checkedName = problems.text("name", name, Problems.TEXT);
        String checkedRegion = problems.optionalText("region", region, REGION);
        problems.throwIfAny();
        LocationEntity location = new LocationEntity(checkedCode);
        location.set(checkedName, checkedRegion, priority, true);
        try {
            return tx.call(em -> save(em, by, location, "location.created"));
        } catch (PersistenceException e) {
            throw Duplicates.caused(e) ? new AmphoraException.Invalid(Problem.of("code", "location.taken", "there is a location {0} already", checkedCode)) : e;
        }
    }

    @Override
    public Location change(Actor by, long id, long version, String name, String region, int priority, boolean active) {
        by.require(CONFIGURE);
        Problems problems = new Problems();
        String checkedName = problems.text("name", name, Problems.TEXT);
        String checkedRegion = problems.optionalText("region", region, REGION);
        problems.throwIfAny();
        return tx.callWithRetry(em -> {
            LocationEntity location = em.find(LocationEntity.class, id);
            if (location == null) {
                throw new AmphoraException.NotFound("location", id);
            }
            if (location.version() != version) {
                throw new AmphoraException.Stale("location", location.toLocation().code(), version, location.version());
            }
            Location before = location.toLocation();
            location.set(checkedName, checkedRegion, priority, active);
            return location.toLocation().equals(before) ? before : save(em, by, location, "location.changed");
        });
    }

    private Location save(EntityManager em, Actor by, LocationEntity entity, String topic) {
        recent.changing(ALL);
        tx.afterCommit(() -> recent.changed(ALL));
        em.persist(entity);
        em.flush();
        Location location = entity.toLocation();
        outbox.add(topic, String.valueOf(location.id()), JsonNodeFactory.instance.objectNode().put("by", by.name()).put("code", location.code()).toString());
        return location;
    }

    @Override
    public List<Location> list(Actor by) {
        by.require(Stock.READ);
        return read();
    }

    @Override
    public List<Location> active() {
        return recent.get(List.of(ALL), keys -> Map.of(ALL, read().stream().filter(Location::active).toList())).get(ALL);
    }

    @Override
    public Location quarantine() {
        return read().stream().filter(l -> l.code().equals(QUARANTINE)).findFirst().orElseGet(() -> tx.call(em -> {
            LocationEntity made = new LocationEntity(QUARANTINE);
            made.set("Quarantine · 隔离区", null, LAST, false);
            return save(em, SYSTEM, made, "location.created");
        }));
    }

    private List<Location> read() {
        return tx.call(em -> em.createQuery("select l from LocationEntity l order by l.priority, l.code", LocationEntity.class).getResultList()
                .stream().map(LocationEntity::toLocation).toList());
    }
}
