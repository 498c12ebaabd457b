package io.amphora.extension.api;

/**
 * One thing that a bundle brings.
 *
 * @param kind   what it is
 * @param id     what it is known by: path of a page or resource, id of a rule, report, channel or theme, name of a component
 * @param title  for people, in the language asked for; the id when it has none
 * @param bundle symbolic name of who brings it
 * @param active whether it is there now; false while its bundle is off or a service it needs is missing
 */
public record Provided(Kind kind, String id, String title, String bundle, boolean active) {
    /** What can be brought. */
    public enum Kind {
        /** A page of the console, with its menu entry. */
        PAGE,
        /** A card on the home page. */
        TILE,
        /** What the command palette finds. */
        COMMANDS,
        /** A look of the console. */
        THEME,
        /** Resources of the REST interface, by path below {@code /api/v1}. */
        REST,
        RULE, REPORT, CHANNEL,
        /** Looks at orders in review. */
        CHECK,
        /** Takes payments. */
        GATEWAY,
        /** Takes goods to customers. */
        CARRIER,
        /** Carries messages. */
        TRANSPORT,
        /** Draws documents. */
        TEMPLATE,
        /** A section on the page of another bundle. */
        PANEL,
        /** Hears of events. */
        LISTENER,
        /** Does jobs of one type. */
        JOB,
        /** Tables of the database, by domain. */
        ENTITIES,
        /** Commands of Karaf's shell. */
        SHELL,
        /** A use case or other service for other bundles. */
        SERVICE
    }
}
