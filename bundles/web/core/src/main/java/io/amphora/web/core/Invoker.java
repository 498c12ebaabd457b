package io.amphora.web.core;

import io.amphora.platform.api.Tx;
import io.amphora.web.api.OneTransaction;
import java.lang.reflect.Method;
import java.util.function.Supplier;
import org.apache.cxf.jaxrs.JAXRSInvoker;
import org.apache.cxf.message.Exchange;

/** Calls the method of a resource; one whose body was {@link HalfRead} only to see what else is wrong. */
final class Invoker extends JAXRSInvoker {
    private final Supplier<Tx> tx;

    Invoker(Supplier<Tx> tx) {
        this.tx = tx;
    }

    @Override
    protected Object performInvocation(Exchange exchange, Object resource, Method method, Object[] arguments) throws Exception {
        HalfRead body = exchange.getInMessage().get(HalfRead.class);
        if (body == null) {
            return super.performInvocation(exchange, resource, method, arguments);
        }
        boolean safe = method.isAnnotationPresent(OneTransaction.class) || resource.getClass().isAnnotationPresent(OneTransaction.class);
        throw body.tried(safe ? tx.get() : null, () -> super.performInvocation(exchange, resource, method, arguments));
    }
}
