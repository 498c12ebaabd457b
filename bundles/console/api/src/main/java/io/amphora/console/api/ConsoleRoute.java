package io.amphora.console.api;

import org.osgi.service.component.annotations.ComponentPropertyType;

/** Where a {@link ConsoleView} lives and how the menu shows it. */
@ComponentPropertyType
public @interface ConsoleRoute {
    String PREFIX_ = "console.";

    /** Below {@code /console/}; unique. */
    String path();

    /** Message key of menu entry and page title. */
    String title();

    /** {@code vaadin:cart}: a name of the Vaadin icon set. */
    String icon() default "vaadin:circle-thin";

    /** Menu group, see {@link MenuGroup}; {@link MenuGroup#NONE} keeps the page out of the menu. */
    String group() default MenuGroup.NONE;

    /** Smaller is higher within the group. */
    int order() default 100;

    /** Who lacks it neither sees the entry nor opens the page; empty: every signed-in user. */
    String permission() default "";
}
