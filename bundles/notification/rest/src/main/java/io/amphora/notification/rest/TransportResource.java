package io.amphora.notification.rest;

import io.amphora.notification.api.Transports;
import io.amphora.web.api.Caller;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The ways messages take. */
@Component(service = TransportResource.class)
@RestResource
@Path("message-transports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "message-transports")
public final class TransportResource {
    private final Transports transports;

    @Activate
    public TransportResource(@Reference Transports transports) {
        this.transports = transports;
    }

    @GET
    @Operation(summary = "Transports that are there, and e-mail even if it is not set up, by id")
    public List<TransportJson> list(@Context SecurityContext who, @Context HttpHeaders headers) {
        Locale language = headers.getAcceptableLanguages().stream().filter(l -> !l.getLanguage().isEmpty() && !l.getLanguage().equals("*")).findFirst().orElse(Locale.ENGLISH);
        return transports.list(Caller.of(who), language).stream().map(TransportJson::of).toList();
    }
}
