package io.amphora.transfer.core.replay;

import io.amphora.catalog.core.CatalogEntities;
import io.amphora.channel.core.store.ChannelEntities;
import io.amphora.common.Page;
import io.amphora.customer.core.CustomerEntities;
import io.amphora.identity.api.Users;
import io.amphora.inventory.core.InventoryEntities;
import io.amphora.order.api.ReviewCheck;
import io.amphora.order.core.OrderEntities;
import io.amphora.order.core.ReviewBoard;
import io.amphora.payment.core.store.PaymentEntities;
import io.amphora.platform.api.Settings;
import io.amphora.platform.test.Assembly;
import io.amphora.platform.test.TestDatabase;
import io.amphora.transfer.core.store.TransferEntities;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;

/** All domains that a replay goes through, with nobody but their settings and users made up. */
public final class House {
    public final Map<String, String> settings = new HashMap<>();
    private final Assembly assembly;

    public House(TestDatabase db) throws ReflectiveOperationException {
        assembly = new Assembly(db, List.of(CatalogEntities.class, CustomerEntities.class, InventoryEntities.class, OrderEntities.class, PaymentEntities.class, TransferEntities.class, ChannelEntities.class));
        assembly.put(BundleContext.class, null);
        assembly.put(Settings.class, new Settings() {
            @Override
            public Optional<String> get(String owner, String key) {
                return Optional.ofNullable(settings.get(key));
            }

            @Override
            public void put(String owner, String key, String value) {
                settings.put(key, value);
            }
        });
        assembly.put(Users.class, (Users) Proxy.newProxyInstance(Users.class.getClassLoader(), new Class<?>[] {Users.class},
                (p, m, a) -> m.getName().equals("list") ? new Page<>(List.of(), null) : Optional.empty()));
        for (Class<?> c : assembly.ofDomain(OrderEntities.class)) {
            if (ReviewCheck.class.isAssignableFrom(c) && !Modifier.isAbstract(c.getModifiers()) && c.getPackageName().endsWith(".review")) {
                present((ReviewCheck) get(c), c.getSimpleName());
            }
        }
    }

    /** As the framework tells the review of a check that has come. */
    void present(ReviewCheck check, String id) throws ReflectiveOperationException {
        Method bind = ReviewBoard.class.getDeclaredMethod("bindCheck", ReviewCheck.class, Map.class);
        bind.setAccessible(true);
        bind.invoke(get(ReviewBoard.class), check, Map.of(ReviewCheck.PROPERTY_ID, id));
    }

    /** The check that replays bring along. */
    public void presentReplays() throws ReflectiveOperationException {
        present(get(PresentCheck.class).check(), DifferenceCheck.ID);
    }

    public <T> T get(Class<T> type) {
        return assembly.get(type);
    }
}
