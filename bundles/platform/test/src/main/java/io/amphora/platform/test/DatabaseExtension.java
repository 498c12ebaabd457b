package io.amphora.platform.test;

import io.amphora.platform.api.EntityContribution;
import io.amphora.platform.core.unit.Database;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** What {@link BothDatabases} does. */
final class DatabaseExtension implements TestTemplateInvocationContextProvider {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(DatabaseExtension.class);

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        return Arrays.stream(Database.values()).map(On::new);
    }

    private record On(Database database) implements TestTemplateInvocationContext, ParameterResolver {
        @Override
        public String getDisplayName(int index) {
            return database.id();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == TestDatabase.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            Class<?> test = context.getRequiredTestClass();
            ExtensionContext.Store store = classContext(context).getStore(NAMESPACE);
            return store.getOrComputeIfAbsent(database, d -> TestDatabase.open(d, contributions(test)), TestDatabase.class);
        }

        private static ExtensionContext classContext(ExtensionContext context) {
            ExtensionContext c = context;
            while (c.getTestMethod().isPresent()) {
                c = c.getParent().orElseThrow();
            }
            return c;
        }

        private static EntityContribution[] contributions(Class<?> test) {
            BothDatabases wanted = annotation(test);
            return Arrays.stream(wanted.value()).map(On::make).toArray(EntityContribution[]::new);
        }

        private static BothDatabases annotation(Class<?> test) {
            Class<?> c = test;
            while (c != null) {
                BothDatabases found = c.getAnnotation(BothDatabases.class);
                if (found != null) {
                    return found;
                }
                c = c.getEnclosingClass();
            }
            throw new IllegalStateException(test.getName() + " has no @BothDatabases");
        }

        private static EntityContribution make(Class<? extends EntityContribution> type) {
            try {
                var constructor = type.getDeclaredConstructor();
                constructor.setAccessible(true);
                return constructor.newInstance();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(type.getName() + " cannot be made", e);
            }
        }
    }
}
