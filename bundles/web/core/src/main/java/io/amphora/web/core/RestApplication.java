package io.amphora.web.core;

import io.amphora.common.Messages;
import io.amphora.identity.api.Tokens;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.ws.rs.core.Application;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationBase;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;

/** The one application. It brings JSON, problems, sign-in and limits itself, so that no resource is ever reachable without them. */
@Component(service = Application.class)
@JaxrsName("amphora")
@JaxrsApplicationBase("/api/v1")
public final class RestApplication extends Application {
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<Messages> messages = List.of();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Tokens tokens;

    private final OpenApi openApi;

    @Activate
    public RestApplication(@Reference OpenApi openApi) {
        this.openApi = openApi;
    }

    @Override
    public Set<Object> getSingletons() {
        Set<Object> all = new HashSet<>(providers(() -> messages, () -> tokens));
        all.add(new OpenApiResource(openApi));
        all.add(new DocsResource());
        return all;
    }

    static List<Object> providers(Supplier<List<Messages>> messages, Supplier<Tokens> tokens) {
        ProblemWriter problems = new ProblemWriter(new Texts(messages));
        return List.of(new JsonProvider(), new ThrowableMapper(problems), new StatusMapper(problems), new SignInFilter(tokens), new HeadersFilter(),
                new ParameterConverters());
    }
}
