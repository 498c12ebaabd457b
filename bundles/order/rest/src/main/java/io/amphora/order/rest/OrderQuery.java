package io.amphora.order.rest;

import io.amphora.order.api.HoldType;
import io.amphora.order.api.OrderFilter;
import io.amphora.order.api.OrderStatus;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import javax.ws.rs.QueryParam;

/** The query parameters of the orders list; each may be absent. Public, so that the build finds them for the OpenAPI document. */
public class OrderQuery {
    @Parameter(description = "beginning of the order number, the customer's name or the customer reference")
    @QueryParam("text")
    public String text;
    @Parameter(description = "may be repeated: one of these")
    @QueryParam("status")
    public List<OrderStatus> status;
    @QueryParam("channel")
    public String channel;
    @Parameter(description = "id of the customer")
    @QueryParam("customer")
    public Long customer;
    @Parameter(description = "as written in the address")
    @QueryParam("country")
    public String country;
    @Parameter(description = "placed at or after; ISO 8601, UTC")
    @QueryParam("from")
    public Instant from;
    @Parameter(description = "placed before")
    @QueryParam("to")
    public Instant to;
    @Parameter(description = "id of the location that handles it")
    @QueryParam("location")
    public Long location;
    @Parameter(description = "true: imported from the past; false: not")
    @QueryParam("historic")
    public Boolean historic;

    @Parameter(description = "may be repeated: on hold for one of these")
    @QueryParam("hold")
    public List<HoldType> hold;

    @Parameter(description = "something was promised for a day before this one and has not left the house: with today, what is late")
    @QueryParam("dueBefore")
    public LocalDate dueBefore;

    @Parameter(description = "true: lines wait for stock")
    @QueryParam("backordered")
    public Boolean backordered;

    OrderFilter filter() {
        return new OrderFilter(text, status == null || status.isEmpty() ? null : EnumSet.copyOf(status), channel, customer, country, from, to, location, historic,
                hold == null || hold.isEmpty() ? null : EnumSet.copyOf(hold), backordered, dueBefore);
    }
}
