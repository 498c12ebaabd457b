package io.amphora.channel.rest;

import io.amphora.channel.api.Inbox;
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

/** The sales channels. */
@Component(service = ChannelResource.class)
@RestResource
@Path("channels")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "channels")
public final class ChannelResource {
    private final Inbox inbox;

    @Activate
    public ChannelResource(@Reference Inbox inbox) {
        this.inbox = inbox;
    }

    @GET
    @Operation(summary = "The sales channels that are there, and those that only orders remember, by id")
    public List<ChannelJson> list(@Context SecurityContext who, @Context HttpHeaders headers) {
        Locale language = headers.getAcceptableLanguages().stream().filter(l -> !l.getLanguage().isEmpty() && !l.getLanguage().equals("*")).findFirst().orElse(Locale.ENGLISH);
        return inbox.channels(Caller.of(who), language).stream().map(ChannelJson::of).toList();
    }
}
