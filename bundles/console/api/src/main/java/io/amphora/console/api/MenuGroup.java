package io.amphora.console.api;

/** The groups of the menu, in their order. A bundle may use any other text: that group comes last, its title is the text's message {@code menu.<text>}. */
public final class MenuGroup {
    public static final String NONE = "";
    public static final String HOME = "home";
    public static final String ORDERS = "orders";
    public static final String FULFILMENT = "fulfilment";
    public static final String INVENTORY = "inventory";
    public static final String CUSTOMERS = "customers";
    public static final String CATALOGUE = "catalogue";
    public static final String CHANNELS = "channels";
    public static final String REPORTS = "reports";
    public static final String AUTOMATION = "automation";
    public static final String ADMINISTRATION = "administration";

    private MenuGroup() {
    }
}
