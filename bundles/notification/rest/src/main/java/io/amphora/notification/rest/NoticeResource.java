package io.amphora.notification.rest;

import io.amphora.common.Actor;
import io.amphora.notification.api.Notices;
import io.amphora.web.api.Caller;
import io.amphora.web.api.PageResponse;
import io.amphora.web.api.Paging;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The own bell. */
@Component(service = NoticeResource.class)
@RestResource
@Path("notifications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "notifications")
public final class NoticeResource {
    private static final int LIMIT = 1_000;

    private final Notices notices;

    @Activate
    public NoticeResource(@Reference Notices notices) {
        this.notices = notices;
    }

    @GET
    @Operation(summary = "Own messages, newest first")
    public PageResponse<NoticeJson> list(@Context SecurityContext who, @BeanParam Paging paging) {
        return PageResponse.of(notices.list(Caller.of(who), paging.request()), NoticeJson::of);
    }

    @GET
    @Path("unread")
    @Operation(summary = "How many own messages are unread")
    public UnreadJson unread(@Context SecurityContext who) {
        return new UnreadJson(notices.unread(Caller.of(who), LIMIT));
    }

    @POST
    @Path("read")
    @Operation(summary = "Marks own messages as read")
    public UnreadJson read(@Context SecurityContext who, ReadIn in) {
        Actor by = Caller.of(who);
        if (in == null || in.ids() == null) {
            notices.readAll(by);
        } else {
            notices.read(by, in.ids().stream().filter(Objects::nonNull).toList());
        }
        return unread(who);
    }
}
