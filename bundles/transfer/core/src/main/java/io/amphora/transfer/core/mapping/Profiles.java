package io.amphora.transfer.core.mapping;

import io.amphora.transfer.api.ImportKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** Exports of well-known systems, recognised by their header ({@code mapping/profiles/*.properties}). */
public final class Profiles {
    private static final List<String> NAMES = List.of("shopify-orders", "tmall-orders", "online-retail", "shopify-products", "woocommerce-products");

    private final List<Profile> all = NAMES.stream().map(n -> Profile.of(Synonyms.load("/mapping/profiles/" + n + ".properties"))).toList();

    /**
     * @param requires columns that must be there, normalised
     * @param mapping  field to normalised column; what it does not name is left to the synonyms
     * @param services codes that are no goods
     */
    public record Profile(ImportKind kind, Set<String> requires, Map<String, String> mapping, String source, String currency, String country, List<String> services) {
        private static Profile of(Properties p) {
            Map<String, String> mapping = new LinkedHashMap<>();
            p.stringPropertyNames().stream().filter(k -> k.startsWith("field.")).sorted().forEach(k -> mapping.put(k.substring(6), Synonyms.normal(p.getProperty(k))));
            Set<String> requires = List.of(p.getProperty("requires").split("\\|")).stream().map(Synonyms::normal).collect(Collectors.toSet());
            return new Profile(ImportKind.of(p.getProperty("kind")), requires, mapping, p.getProperty("source"), p.getProperty("currency"), p.getProperty("country"),
                    List.of(p.getProperty("services", "").split("\\|")).stream().filter(c -> !c.isEmpty()).toList());
        }
    }

    public Optional<Profile> find(ImportKind kind, List<String> header) {
        Set<String> names = header.stream().map(Synonyms::normal).collect(Collectors.toSet());
        return all.stream().filter(p -> p.kind() == kind && names.containsAll(p.requires())).findFirst();
    }
}
