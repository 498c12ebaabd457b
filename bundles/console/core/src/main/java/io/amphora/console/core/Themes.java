package io.amphora.console.core;

import io.amphora.console.api.ConsoleTheme;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The themes there are now. The one called {@code light} is everybody's until they choose. */
@Component(service = Themes.class)
public final class Themes {
    static final String DEFAULT = "light";

    private final List<ConsoleTheme> themes = new CopyOnWriteArrayList<>();
    private final OpenUis uis;

    @Activate
    public Themes(@Reference OpenUis uis) {
        this.uis = uis;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    void addTheme(ConsoleTheme theme) {
        themes.add(theme);
        uis.each(MainLayout::themesChanged);
    }

    void removeTheme(ConsoleTheme theme) {
        themes.remove(theme);
        uis.each(MainLayout::themesChanged);
    }

    /** Light before dark before the rest. */
    List<ConsoleTheme> all() {
        Comparator<ConsoleTheme> known = Comparator.comparing(t -> t.id().equals(DEFAULT) ? 0 : t.id().equals("dark") ? 1 : 2);
        return themes.stream().sorted(known.thenComparing(ConsoleTheme::id)).toList();
    }

    /** The theme of that id, else the default one, else none: then Lumo shows as it is. */
    Optional<ConsoleTheme> find(String id) {
        return byId(id).or(() -> byId(DEFAULT));
    }

    private Optional<ConsoleTheme> byId(String id) {
        return themes.stream().filter(t -> t.id().equals(id)).findFirst();
    }
}
