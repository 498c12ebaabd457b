package io.amphora.order.api;

/** Where goods go that came back undelivered. */
public enum BackTo {
    /** To where nothing is promised to anybody, until somebody has looked at them. */
    QUARANTINE,
    /** On the shelf again, to be sold. */
    STOCK,
    /** Not into stock by this step: a return has booked them, or they are not worth it. */
    NOWHERE
}
