package io.amphora.console.core;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import io.amphora.console.api.kit.Texts;
import jakarta.servlet.http.HttpServletResponse;

/** No such page, or not any more: its bundle may be gone. */
@ParentLayout(MainLayout.class)
public final class NotFoundPage extends ProblemPage implements HasErrorParameter<NotFoundException> {
    private static final long serialVersionUID = 1L;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        show("compass", "console.not-found", Texts.of("console.not-found.text", event.getLocation().getPath()));
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
