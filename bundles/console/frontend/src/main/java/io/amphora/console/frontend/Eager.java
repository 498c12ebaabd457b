package io.amphora.console.frontend;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.icon.AbstractIcon;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.Tooltip;
import com.vaadin.flow.component.shared.TooltipConfiguration;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.component.textfield.TextField;

/**
 * Build time only: what is in the script of every page, because the shell itself or most views need it.
 * (Everything an AppShellConfigurator reaches goes there.)
 */
@Uses(AppLayout.class)
@Uses(DrawerToggle.class)
@Uses(SideNav.class)
@Uses(SideNavItem.class)
@Uses(HorizontalLayout.class)
@Uses(VerticalLayout.class)
@Uses(Scroller.class)
@Uses(Button.class)
@Uses(Icon.class)
@Uses(AbstractIcon.class)
@Uses(TextField.class)
@Uses(Select.class)
@Uses(Notification.class)
// CSS classes of com.vaadin.flow.theme.lumo.LumoUtility
@JsModule("@vaadin/vaadin-lumo-styles/utility-global.js")
// shortcuts, time zone, width of the screen, theme
@JsModule("./console-shell.js")
public class Eager implements AppShellConfigurator {
    private static final long serialVersionUID = 1L;

    // Not components: nothing would ask for a chunk of theirs.
    static void mixins(Component component) {
        DragSource.create(component);
        DropTarget.create(component);
        Tooltip.forComponent(component);
        TooltipConfiguration.setDefaultHoverDelay(500);
    }
}
