package io.amphora.console.core;

import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.stream.Stream;

/** Creates views through Declarative Services, the shell's own classes by hand, everything else as Flow does. */
final class OsgiInstantiator extends DefaultInstantiator {
    private static final long serialVersionUID = 1L;

    private final transient Shell shell;

    OsgiInstantiator(VaadinService service, Shell shell) {
        super(service);
        this.shell = shell;
    }

    @Override
    public Stream<VaadinServiceInitListener> getServiceInitListeners() {
        return Stream.of(new Startup(shell));
    }

    @Override
    public <T> T getOrCreate(Class<T> type) {
        if (type == MainLayout.class) {
            return type.cast(new MainLayout(shell));
        }
        if (type == HomeView.class) {
            return type.cast(new HomeView(shell.tiles()));
        }
        Object view = shell.views().create(type);
        return view != null ? type.cast(view) : super.getOrCreate(type);
    }

    @Override
    public I18NProvider getI18NProvider() {
        return shell.texts().provider();
    }
}
