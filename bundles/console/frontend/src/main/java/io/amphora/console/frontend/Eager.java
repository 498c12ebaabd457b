package io.amphora.console.frontend;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.ContextMenuBase;
import com.vaadin.flow.component.contextmenu.MenuItemBase;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSelectionColumn;
import com.vaadin.flow.component.icon.AbstractIcon;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.messages.MessageInput;
import com.vaadin.flow.component.messages.MessageList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.Tooltip;
import com.vaadin.flow.component.shared.TooltipConfiguration;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.component.virtuallist.VirtualList;

/**
 * Build time only: what is in the script of every page, because the shell itself or most views need it.
 * (Everything an AppShellConfigurator reaches goes there.) Components with a connector script belong here too: when
 * two messages of the server follow each other closely, Flow's client runs the second one before the chunks it asks for
 * have come, and a list without its connector stays empty.
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
@Uses(Checkbox.class)
@Uses(CheckboxGroup.class)
@Uses(ComboBox.class)
@Uses(MultiSelectComboBox.class)
@Uses(ConfirmDialog.class)
@Uses(ContextMenuBase.class)
@Uses(MenuItemBase.class)
@Uses(DatePicker.class)
@Uses(DateTimePicker.class)
@Uses(TimePicker.class)
@Uses(Dialog.class)
@Uses(Grid.class)
@Uses(Grid.Column.class)
@Uses(GridSelectionColumn.class)
@Uses(TreeGrid.class)
@Uses(MenuBar.class)
@Uses(MessageList.class)
@Uses(MessageInput.class)
@Uses(Popover.class)
@Uses(VirtualList.class)
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
