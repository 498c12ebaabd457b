package io.amphora.notification.rest;

import io.amphora.notification.api.Recipient;
import io.amphora.notification.api.Transports;
import java.util.List;

/** A transport as this node sees it; health is ok, failing, open (left alone for a while) or absent. */
public record TransportJson(String id, String title, boolean present, List<Recipient.Kind> reaches, String bundle, String bundleVersion, String health, long sent, long failed,
                            String lastError) {
    static TransportJson of(Transports.Info t) {
        return new TransportJson(t.id(), t.title(), t.present(), t.reaches().stream().sorted().toList(), t.bundle(), t.bundleVersion(), t.health(), t.sent(), t.failed(), t.lastError());
    }
}
