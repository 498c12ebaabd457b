package io.amphora.catalog.core;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amphora.catalog.api.Product;
import io.amphora.catalog.api.ProductData;
import io.amphora.catalog.api.ProductFilter;
import io.amphora.catalog.api.ProductRemoval;
import io.amphora.catalog.api.Products;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.common.RecentCache;
import io.amphora.platform.api.Duplicates;
import io.amphora.platform.api.Outbox;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Products by JPA; what orders look up is kept for moments. */
@Component(service = {Products.class, ProductRemoval.class})
public final class JpaProducts implements Products, ProductRemoval {
    private static final int CACHED = 10_000;
    private static final int SEARCH_MAX = 50;

    private final Tx tx;
    private final Outbox outbox;
    private final RecentCache<String, Product> recent = new RecentCache<>(CACHED);

    @Activate
    public JpaProducts(@Reference(target = "(domain=catalog)") Tx tx, @Reference Outbox outbox) {
        this.tx = tx;
        this.outbox = outbox;
    }

    @Override
    public Product create(Actor by, ProductData data) {
        by.require(EDIT);
        ProductData checked = checked(data);
        try {
            return tx.callWithRetry(em -> insert(em, by, checked));
        } catch (PersistenceException e) {
            throw Duplicates.caused(e) ? taken(checked.sku()) : e;
        }
    }

    private Product insert(EntityManager em, Actor by, ProductData data) {
        if (!ProductFinder.bySku(em, List.of(data.sku())).isEmpty()) {
            throw taken(data.sku());
        }
        if (!data.components().isEmpty()) {
            Kits.check(em, List.of(data));
        }
        changing(List.of(data.sku()));
        ProductEntity entity = new ProductEntity(data);
        em.persist(entity);
        em.flush();
        ProductWords.save(em, Map.of(data.sku(), data.name()), Map.of());
        Kits.save(em, Map.of(), Map.of(data.sku(), data.components()));
        Product product = entity.toProduct();
        outbox.add("product.created", String.valueOf(product.id()), event(by, product.sku()).toString());
        return product;
    }

    private static AmphoraException taken(String sku) {
        return new AmphoraException.Invalid(Problem.of("sku", "product.sku.taken", "there is a product {0} already", sku));
    }

    @Override
    public Product change(Actor by, long id, long version, ProductData data) {
        by.require(EDIT);
        ProductData checked = checked(data);
        return tx.callWithRetry(em -> update(em, by, id, version, checked));
    }

    private Product update(EntityManager em, Actor by, long id, long version, ProductData data) {
        ProductEntity entity = em.find(ProductEntity.class, id);
        if (entity == null) {
            throw new AmphoraException.NotFound("product", id);
        }
        if (entity.version() != version) {
            throw new AmphoraException.Stale("product", entity.sku(), version, entity.version());
        }
        if (!entity.sku().equals(data.sku())) {
            throw new AmphoraException.Invalid(Problem.of("sku", "product.sku.fixed", "the SKU {0} cannot change", entity.sku()));
        }
        Product before = entity.toProduct();
        boolean otherParts = !before.components().equals(data.components());
        if (otherParts && !data.components().isEmpty()) {
            Kits.check(em, List.of(data));
        }
        changing(List.of(data.sku()));
        entity.set(data);
        em.flush();
        Product after = entity.toProduct();
        if (!before.name().equals(after.name())) {
            ProductWords.save(em, Map.of(), Map.of(after.sku(), after.name()));
        }
        if (otherParts) {
            Kits.save(em, Map.of(data.sku(), before.components()), Map.of(data.sku(), data.components()));
        }
        ObjectNode changes = ProductChanges.between(before, after);
        if (!changes.isEmpty()) {
            outbox.add("product.changed", String.valueOf(id), event(by, after.sku()).set("changes", changes).toString());
        }
        return after;
    }

    private static ObjectNode event(Actor by, String sku) {
        return JsonNodeFactory.instance.objectNode().put("by", by.name()).put("sku", sku);
    }

    private ProductData checked(ProductData data) {
        Problems problems = new Problems();
        ProductData checked = ProductRules.check(data, "", problems);
        if (!problems.isEmpty()) {
            throw new AmphoraException.Invalid(withThoseOfComponents(checked, problems.all()));
        }
        return checked;
    }

    /** All that is wrong at once: what is said of a component already is not said again. */
    private List<Problem> withThoseOfComponents(ProductData kit, List<Problem> found) {
        List<Problem> all = new ArrayList<>(found);
        if (!kit.components().isEmpty()) {
            try {
                tx.call(em -> {
                    Kits.check(em, List.of(kit));
                    return null;
                });
            } catch (AmphoraException.Invalid e) {
                e.problems().stream().filter(p -> found.stream().noneMatch(f -> f.field().equals(p.field()))).forEach(all::add);
            }
        }
        return all;
    }

    @Override
    public Saved saveAll(Actor by, List<ProductData> rows) {
        by.require(EDIT);
        ProductImport batch = ProductImport.of(rows);
        return tx.callWithRetry(em -> {
            changing(batch.skus());
            Saved saved = batch.save(em);
            if (saved.created() + saved.changed() > 0) {
                outbox.add("product.imported", "", JsonNodeFactory.instance.objectNode().put("by", by.name())
                        .put("created", saved.created()).put("changed", saved.changed()).toString());
            }
            return saved;
        });
    }

    @Override
    public Set<String> removeUnchanged(Actor by, Collection<String> skus) {
        by.require(EDIT);
        return tx.callWithRetry(em -> {
            changing(skus);
            List<String> gone = new ArrayList<>();
            Set<String> stay = ProductDeletion.unchanged(em, skus, gone);
            if (!gone.isEmpty()) {
                outbox.add("product.removed", "", JsonNodeFactory.instance.objectNode().put("by", by.name()).put("removed", gone.size()).toString());
            }
            return stay;
        });
    }

    /** Nobody keeps an old or a never committed state of these. */
    private void changing(Collection<String> skus) {
        skus.forEach(recent::changing);
        tx.afterCommit(() -> skus.forEach(recent::changed));
    }

    @Override
    public Product find(Actor by, long id) {
        by.require(READ);
        return tx.call(em -> {
            ProductEntity entity = em.find(ProductEntity.class, id);
            if (entity == null) {
                throw new AmphoraException.NotFound("product", id);
            }
            return entity.toProduct();
        });
    }

    @Override
    public Optional<Product> findBySku(Actor by, String sku) {
        by.require(READ);
        return sku == null ? Optional.empty() : tx.call(em -> ProductFinder.bySku(em, List.of(sku)).values().stream().findFirst());
    }

    @Override
    public Map<String, Product> lookup(Collection<String> skus) {
        return recent.get(skus, missing -> tx.call(em -> ProductFinder.bySku(em, missing)));
    }

    @Override
    public Page<Product> list(Actor by, ProductFilter filter, PageRequest page) {
        by.require(READ);
        return Page.ofText(tx.call(em -> ProductFinder.page(em, filter, page)), page.size(), Product::sku);
    }

    @Override
    public List<Product> search(Actor by, String text, int limit) {
        by.require(READ);
        return tx.call(em -> ProductFinder.suggestions(em, text, Math.max(1, Math.min(limit, SEARCH_MAX))));
    }

    @Override
    public List<String> productLines(Actor by) {
        by.require(READ);
        return tx.call(ProductFinder::productLines);
    }
}
