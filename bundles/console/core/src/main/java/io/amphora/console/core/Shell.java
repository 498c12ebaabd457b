package io.amphora.console.core;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the shell consists of, for those of its parts that Vaadin creates. */
@Component(service = Shell.class)
public final class Shell {
    private final Views views;
    private final ConsoleTexts texts;
    private final Themes themes;
    private final Preferences preferences;
    private final OpenUis uis;
    private final Gate gate;
    private final StaticFiles files;

    @Reference
    LiveHub live;

    @Reference
    Menu menu;

    @Reference
    Counters counters;

    @Reference
    Commands commands;

    @Reference
    Tiles tiles;

    @Reference
    Work work;

    @Activate
    public Shell(@Reference Views views, @Reference ConsoleTexts texts, @Reference Themes themes, @Reference Preferences preferences, @Reference OpenUis uis,
            @Reference Gate gate, @Reference StaticFiles files) {
        this.views = views;
        this.texts = texts;
        this.themes = themes;
        this.preferences = preferences;
        this.uis = uis;
        this.gate = gate;
        this.files = files;
    }

    Views views() {
        return views;
    }

    ConsoleTexts texts() {
        return texts;
    }

    Themes themes() {
        return themes;
    }

    Preferences preferences() {
        return preferences;
    }

    OpenUis uis() {
        return uis;
    }

    Gate gate() {
        return gate;
    }

    StaticFiles files() {
        return files;
    }

    LiveHub live() {
        return live;
    }

    Menu menu() {
        return menu;
    }

    Counters counters() {
        return counters;
    }

    Commands commands() {
        return commands;
    }

    Tiles tiles() {
        return tiles;
    }

    Work work() {
        return work;
    }
}
