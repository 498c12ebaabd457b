package io.amphora.console.api;

import com.vaadin.flow.component.Component;
import org.osgi.annotation.versioning.ProviderType;

/** Tells components of committed events, in their browser, by push. Thread-safe. Use through {@link Live}. */
@ProviderType
public interface LivePush {
    /** See {@link Live#on}. */
    void subscribe(Component owner, String topic, java.util.function.Consumer<java.util.Set<String>> changed);
}
