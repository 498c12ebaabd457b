package io.amphora.theme.light;

import io.amphora.console.api.ConsoleTheme;
import org.osgi.service.component.annotations.Component;

/** The theme and, by its whiteboard properties, the registration of its stylesheet. */
@Component(property = {
    "osgi.http.whiteboard.resource.pattern=/themes/light/*",
    "osgi.http.whiteboard.resource.prefix=/static"
})
public final class LightTheme implements ConsoleTheme {
    @Override
    public String id() {
        return "light";
    }

    @Override
    public String stylesheet() {
        return "/themes/light/light.css";
    }

    @Override
    public boolean dark() {
        return false;
    }
}
