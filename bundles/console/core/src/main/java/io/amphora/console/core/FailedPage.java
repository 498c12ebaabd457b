package io.amphora.console.core;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.console.api.kit.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.stream.Collectors;

/** The page could not be opened: a use case said no (unknown record, missing permission), or its code failed. */
@ParentLayout(MainLayout.class)
public final class FailedPage extends ProblemPage implements HasErrorParameter<Exception> {
    private static final long serialVersionUID = 1L;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        Optional<AmphoraException> refusal = Failures.refusal(parameter.getCaughtException());
        if (refusal.isEmpty()) {
            show("bug", "console.page-failed", Texts.of("console.failed", Failures.log(parameter.getCaughtException())));
            return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        }
        String text = refusal.get().problems().stream().map((Problem p) -> Texts.of(p)).collect(Collectors.joining("; "));
        if (refusal.get() instanceof AmphoraException.NotPermitted) {
            show("lock", "console.denied", text);
            return HttpServletResponse.SC_FORBIDDEN;
        }
        boolean unknown = refusal.get() instanceof AmphoraException.NotFound;
        show("compass", unknown ? "console.not-found" : "console.page-failed", text);
        return unknown ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_CONFLICT;
    }
}
