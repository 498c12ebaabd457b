package io.amphora.console.core;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import io.amphora.console.api.kit.Texts;
import jakarta.servlet.http.HttpServletResponse;

/** The page exists, but not for this user. */
@ParentLayout(MainLayout.class)
public final class DeniedPage extends ProblemPage implements HasErrorParameter<AccessDeniedException> {
    private static final long serialVersionUID = 1L;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        show("lock", "console.denied", Texts.of("console.denied.text", parameter.getCustomMessage()));
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
