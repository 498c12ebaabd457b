package io.amphora.web.core;

import io.amphora.common.Messages;
import io.amphora.identity.api.Tokens;
import io.amphora.platform.api.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What REST has of its own: JSON, problems, sign-in and limits, so that no resource is ever reachable without them, and its description. */
@Component(service = RestApplication.class)
public final class RestApplication {
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<Messages> messages = List.of();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Tokens tokens;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY, target = "(domain=web)")
    private volatile Tx tx;

    private final OpenApi openApi;

    @Activate
    public RestApplication(@Reference OpenApi openApi) {
        this.openApi = openApi;
    }

    /** @return those of the bundles, and its own */
    List<Object> resources(List<Object> ofBundles) {
        List<Object> all = new ArrayList<>(List.of(new OpenApiResource(openApi, PublicOperations.of(ofBundles)), new DocsResource()));
        all.addAll(ofBundles);
        return all;
    }

    Invoker invoker() {
        return new Invoker(() -> tx);
    }

    /** Its own are new ones each time: CXF puts what belongs to one server into their fields. */
    List<Object> providers(List<Object> ofBundles) {
        List<Object> all = new ArrayList<>(providers(() -> messages, () -> tokens));
        all.addAll(ofBundles);
        return all;
    }

    static List<Object> providers(Supplier<List<Messages>> messages, Supplier<Tokens> tokens) {
        ProblemWriter problems = new ProblemWriter(new Texts(messages));
        return List.of(new JsonProvider(), new FormFile(), new ThrowableMapper(problems), new StatusMapper(problems), new SignInFilter(tokens), new EmptyBody(), new HeadersFilter(),
                new ParameterConverters());
    }
}
