package io.amphora.theme.celadon;

import io.amphora.console.api.ConsoleTheme;
import org.osgi.service.component.annotations.Component;

/** The theme and, by its whiteboard properties, the registration of its stylesheet. */
@Component(property = {
    "osgi.http.whiteboard.resource.pattern=/themes/celadon/*",
    "osgi.http.whiteboard.resource.prefix=/static"
})
public final class CeladonTheme implements ConsoleTheme {
    @Override
    public String id() {
        return "celadon";
    }

    @Override
    public String stylesheet() {
        return "/themes/celadon/celadon.css";
    }

    @Override
    public boolean dark() {
        return false;
    }
}
