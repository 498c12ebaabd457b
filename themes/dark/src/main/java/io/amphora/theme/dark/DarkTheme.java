package io.amphora.theme.dark;

import io.amphora.console.api.ConsoleTheme;
import org.osgi.service.component.annotations.Component;

/** The theme and, by its whiteboard properties, the registration of its stylesheet. */
@Component(property = {
    "osgi.http.whiteboard.resource.pattern=/themes/dark/*",
    "osgi.http.whiteboard.resource.prefix=/static"
})
public final class DarkTheme implements ConsoleTheme {
    @Override
    public String id() {
        return "dark";
    }

    @Override
    public String stylesheet() {
        return "/themes/dark/dark.css";
    }

    @Override
    public boolean dark() {
        return true;
    }
}
