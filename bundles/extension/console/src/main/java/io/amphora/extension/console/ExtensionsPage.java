package io.amphora.extension.console;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.console.api.ConsoleRoute;
import io.amphora.console.api.ConsoleView;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.MenuGroup;
import io.amphora.console.api.kit.EmptyState;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.extension.api.Extensions;
import io.amphora.extension.api.Feature;
import io.amphora.extension.api.Impact;
import io.amphora.extension.api.InstalledBundle;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.concurrent.Executor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** What is installed, what it brings and how it does; switches it, after saying what that touches. */
@Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = "extensions", title = "extension.title", icon = "vaadin:puzzle-piece", group = MenuGroup.ADMINISTRATION, order = 40, permission = Extensions.READ)
public final class ExtensionsPage extends Page implements ConsoleView {
    private static final long serialVersionUID = 1L;
    private static final int MAX_FILE = 50 << 20;

    private final transient Extensions extensions;
    private final transient Executor background;
    private final transient Actor actor = CurrentUser.actor();
    private final Div dropped = section("extension.dropped");
    private final Div features = section("extension.features");
    private final Div bundles = section("extension.bundles");

    @Activate
    public ExtensionsPage(@Reference Extensions extensions, @Reference ExtensionChanges changes, @Reference ExtensionThreads threads) {
        this(extensions, changes, (Executor) threads);
    }

    ExtensionsPage(Extensions extensions, ExtensionChanges changes, Executor background) {
        super("extension.title");
        this.extensions = extensions;
        this.background = background;
        Div body = new Div();
        body.addClassName("extensions");
        if (may()) {
            body.add(upload());
        }
        body.add(dropped, features, bundles);
        grow(body);
        changes.follow(this, this::show);
        show();
    }

    private boolean may() {
        return actor.may(Extensions.MANAGE);
    }

    private static Div section(String titleKey) {
        Div section = new Div(new H2(Texts.of(titleKey)));
        section.addClassName("section");
        return section;
    }

    private void show() {
        List<InstalledBundle> all = extensions.bundles(actor, Texts.locale());
        List<InstalledBundle> ofOthers = all.stream().filter(InstalledBundle::dropped).toList();
        fill(dropped, ofOthers.stream().map(b -> new BundleCard(b, may(), this)).toList());
        if (ofOthers.isEmpty()) {
            dropped.add(new EmptyState("puzzle-piece", "extension.none.title", "extension.none.text"));
        }
        fill(features, extensions.features(actor, Texts.locale()).stream().map(f -> new FeatureCard(f, may(), this)).toList());
        fill(bundles, all.stream().filter(b -> !b.dropped()).map(b -> new BundleCard(b, false, this)).toList());
    }

    private static void fill(Div section, List<? extends com.vaadin.flow.component.Component> cards) {
        section.getChildren().skip(1).toList().forEach(section::remove);
        UnorderedList list = new UnorderedList();
        list.addClassName("extension-cards");
        cards.forEach(list::add);
        section.add(list);
    }

    private Upload upload() {
        Upload upload = new Upload(UploadHandler.inMemory((metadata, bytes) -> {
            if (Toast.guard(() -> extensions.install(actor, metadata.fileName(), new ByteArrayInputStream(bytes)))) {
                Toast.success("extension.installed", metadata.fileName());
            }
        }));
        upload.setAcceptedFileTypes(".jar", "application/java-archive");
        upload.setMaxFileSize(MAX_FILE);
        upload.setUploadButton(new Button(Texts.of("extension.install")));
        upload.setDropLabel(new Span(Texts.of("extension.drop")));
        return upload;
    }

    void switchOff(Feature feature) {
        Toast.guard(() -> {
            Impact impact = extensions.preview(actor, feature.name(), Texts.locale());
            new ImpactDialog(feature.title(), impact, titles(impact.features()), "extension.switch-off",
                    () -> run(() -> extensions.switchOff(actor, feature.name(), true), "extension.switched-off", feature.title())).open();
        });
    }

    private List<String> titles(List<String> names) {
        return extensions.features(actor, Texts.locale()).stream().filter(f -> names.contains(f.name())).map(Feature::title).toList();
    }

    void switchOn(Feature feature) {
        run(() -> extensions.switchOn(actor, feature.name()), "extension.switched-on", feature.title());
    }

    void start(InstalledBundle bundle) {
        run(() -> extensions.start(actor, bundle.id()), "extension.started", bundle.symbolicName());
    }

    void stop(InstalledBundle bundle) {
        preview(bundle, "extension.stop", () -> extensions.stop(actor, bundle.id()), "extension.stopped");
    }

    void remove(InstalledBundle bundle) {
        preview(bundle, "extension.remove", () -> extensions.remove(actor, bundle.id()), "extension.removed");
    }

    private void preview(InstalledBundle bundle, String action, Runnable change, String doneKey) {
        Toast.guard(() -> new ImpactDialog(bundle.symbolicName(), extensions.preview(actor, bundle.id(), Texts.locale()), List.of(), action,
                () -> run(change, doneKey, bundle.symbolicName())).open());
    }

    private void run(Runnable change, String doneKey, String what) {
        UI ui = UI.getCurrent();
        Notification working = Toast.progress("extension.working", what);
        background.execute(() -> {
            AmphoraException refusal = refusal(change);
            ui.access(() -> {
                working.close();
                if (refusal == null) {
                    Toast.success(doneKey, what);
                } else {
                    Toast.error(refusal);
                }
                show();
            });
        });
    }

    private static AmphoraException refusal(Runnable change) {
        try {
            change.run();
            return null;
        } catch (AmphoraException e) {
            return e;
        }
    }
}
