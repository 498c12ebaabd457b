package io.amphora.returns.api;

/** How goods came back. */
public enum ItemCondition {
    AS_NEW, OPENED, USED, DAMAGED
}
