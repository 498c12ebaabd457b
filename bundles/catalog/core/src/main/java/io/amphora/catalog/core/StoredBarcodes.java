package io.amphora.catalog.core;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amphora.catalog.api.Barcodes;
import io.amphora.catalog.api.Product;
import io.amphora.catalog.api.Products;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Gs1;
import io.amphora.common.Problems;
import io.amphora.common.SearchText;
import io.amphora.platform.api.Duplicates;
import io.amphora.platform.api.Edits;
import io.amphora.platform.api.Outbox;
import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Barcodes in the database. A GTIN is kept with 14 digits, so that it is the same with and without leading zeros, and shown as it was given. */
@Component
public final class StoredBarcodes implements Barcodes {
    private static final String THING = "catalog.barcodes:";
    private static final int LENGTH = 50;
    private static final int SKU = 40;

    private final Tx tx;
    private final Outbox outbox;

    @Activate
    public StoredBarcodes(@Reference(target = "(domain=catalog)") Tx tx, @Reference Outbox outbox) {
        this.tx = tx;
        this.outbox = outbox;
    }

    @Override
    public List<String> of(Actor by, String sku) {
        by.require(Products.READ);
        return lookup(List.of(sku)).getOrDefault(sku, List.of());
    }

    @Override
    public long version(Actor by, String sku) {
        by.require(Products.READ);
        return tx.call(em -> Edits.version(em, THING + sku));
    }

    @Override
    public List<String> set(Actor by, String sku, List<String> barcodes, long seen) {
        by.require(Products.EDIT);
        List<String> given = barcodes == null ? List.of() : barcodes;
        try {
            return tx.callWithRetry(em -> replace(em, by, sku, given, seen));
        } catch (RuntimeException e) {
            if (!Duplicates.caused(e)) {
                throw e;
            }
            // somebody else gave one of them to another product meanwhile: now it is seen
            return tx.callWithRetry(em -> replace(em, by, sku, given, seen));
        }
    }

    private List<String> replace(EntityManager em, Actor by, String sku, List<String> given, long seen) {
        Product product = ProductFinder.bySku(em, List.of(sku)).get(sku);
        if (product == null) {
            throw new AmphoraException.NotFound("product", sku);
        }
        Edits.next(em, THING + sku, "barcodes", seen, by.name());
        Map<String, String> byKey = checked(em, sku, given);
        Sql.of("delete from product_barcode where sku = ?", sku).update(em);
        int position = 0;
        for (String key : byKey.keySet()) {
            Sql.of("insert into product_barcode (code, sku, position_no) values (?, ?, ?)", key, sku, position++).update(em);
        }
        ObjectNode event = JsonNodeFactory.instance.objectNode().put("by", by.name()).put("sku", sku);
        byKey.values().forEach(event.putArray("barcodes")::add);
        outbox.add("product.changed", Long.toString(product.id()), event.toString());
        return List.copyOf(byKey.values());
    }

    /** @return what is kept to what was given */
    private static Map<String, String> checked(EntityManager em, String sku, List<String> given) {
        Problems problems = new Problems();
        problems.check(given.size() <= MAX, "barcodes", "product.many-barcodes", "at most {0} barcodes", MAX);
        Map<String, String> byKey = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(MAX, given.size()); i++) {
            String field = "barcodes[" + i + "]";
            String code = problems.text(field, given.get(i), LENGTH);
            problems.check(!code.matches("[0-9]{8}|[0-9]{12,14}") || Gs1.isGtin(code), field, "product.barcode-digit", "{0} has a wrong check digit", code);
            problems.check(byKey.put(key(code), code) == null || code.isEmpty(), field, "product.barcode-twice", "{0} is there twice", code);
            owner(em, key(code)).filter(o -> !o.equals(sku)).ifPresent(o -> problems.add(field, "product.barcode-taken", "{0} is a barcode of {1}", code, o));
        }
        problems.throwIfAny();
        return byKey;
    }

    private static Optional<String> owner(EntityManager em, String key) {
        return Sql.of("select b.sku from product_barcode b where b.code = ?", key).<String>values(em).stream().findFirst();
    }

    /** GTINs of all lengths are one number: with 14 digits. */
    static String key(String code) {
        return Gs1.isGtin(code) ? "0".repeat(14 - code.length()) + code : code;
    }

    /** As people write it: the shortest of the usual lengths. */
    private static String shown(String key) {
        if (!key.matches("[0-9]{14}")) {
            return key;
        }
        return key.startsWith("000000") ? key.substring(6) : key.startsWith("0") ? key.substring(1) : key;
    }

    @Override
    public Optional<String> sku(String code) {
        String clean = code == null ? "" : code.strip();
        if (clean.isEmpty() || clean.length() > LENGTH) {
            return Optional.empty();
        }
        return tx.call(em -> {
            List<String> skus = Sql.of("select p.sku from product p where p.sku_lower = ?", SearchText.key(clean, ProductWords.LENGTH)).values(em);
            Optional<String> exact = skus.stream().filter(s -> s.equals(clean)).findFirst();
            return exact.or(() -> owner(em, key(clean))).or(() -> skus.stream().filter(s -> s.equalsIgnoreCase(clean)).findFirst());
        });
    }

    @Override
    public Map<String, List<String>> lookup(Collection<String> skus) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        List<String> all = skus.stream().filter(s -> s.length() <= SKU).distinct().toList();
        tx.call(em -> {
            for (int from = 0; from < all.size(); from += Sql.MAX_IN) {
                Sql.of("select b.sku, b.code from product_barcode b where").in(" b.sku in", all.subList(from, Math.min(from + Sql.MAX_IN, all.size()))).add(" order by b.sku, b.position_no").rows(em)
                        .forEach(r -> found.computeIfAbsent((String) r[0], s -> new ArrayList<>()).add(shown((String) r[1])));
            }
            return null;
        });
        return found;
    }
}
