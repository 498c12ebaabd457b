package io.amphora.returns.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.inventory.core.InventoryEntities;
import io.amphora.order.api.Attachment;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAttachments;
import io.amphora.payment.core.store.PaymentEntities;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import io.amphora.returns.api.Return;
import io.amphora.returns.api.ReturnPhotos;
import io.amphora.returns.core.store.ReturnEntities;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases({ReturnEntities.class, PaymentEntities.class, InventoryEntities.class})
class PhotosTest {
    private final List<Attachment> kept = new ArrayList<>();

    /** Files of orders, as the order domain keeps them; it checks the permission itself. */
    private OrderAttachments files() {
        return (OrderAttachments) Proxy.newProxyInstance(OrderAttachments.class.getClassLoader(), new Class<?>[] {OrderAttachments.class}, (p, m, a) -> switch (m.getName()) {
            case "list" -> List.copyOf(kept);
            case "add" -> {
                ((Actor) a[0]).require(OrderAttachments.ATTACH);
                kept.add(new Attachment(kept.size() + 1, (Long) a[1], (String) a[2], "image/jpeg", 3, "0", ((Actor) a[0]).name(), Instant.EPOCH));
                yield kept.get(kept.size() - 1);
            }
            default -> throw new UnsupportedOperationException(m.getName());
        });
    }

    private static InputStream bytes() {
        return new ByteArrayInputStream(new byte[] {1, 2, 3});
    }

    @TestTemplate
    void belongToTheirReturnAndAreFilesOfTheOrder(TestDatabase db) {
        Shop shop = new Shop(db);
        Photos photos = new Photos(db.tx("returns"), files(), new ReturnLog(db.outbox(), shop.history));
        Order order = shop.delivered("EUR", "0", "SKU-1 2 10.00");
        Return one = shop.approved(order, "0 1");
        Return other = shop.approved(order, "0 1");

        photos.add(Shop.WAREHOUSE, one.id(), "Crack.JPG", bytes());
        assertThat(photos.list(Shop.SERVICE, one.id())).extracting(Attachment::fileName, Attachment::uploadedBy, Attachment::orderId)
                .containsExactly(org.assertj.core.api.Assertions.tuple("Crack.JPG", "wang", order.id()));
        assertThat(photos.list(Shop.SERVICE, other.id())).isEmpty();
        assertThat(shop.returns.timeline(Shop.SERVICE, one.id())).anyMatch(e -> e.what().equals("photo") && e.who().equals("wang"));

        kept.clear();
        assertThat(photos.list(Shop.SERVICE, one.id())).as("deleted at the order").isEmpty();
    }

    @TestTemplate
    void onlyPhotosAndNotTooManyAndNotByEverybody(TestDatabase db) {
        Shop shop = new Shop(db);
        Photos photos = new Photos(db.tx("returns"), files(), new ReturnLog(db.outbox(), shop.history));
        Return r = shop.approved(shop.delivered("EUR", "0", "SKU-1 2 10.00"), "0 1");
        for (String name : new String[] {"virus.exe", "photo", "", null, "list.csv"}) {
            assertThatThrownBy(() -> photos.add(Shop.SERVICE, r.id(), name, bytes())).isInstanceOf(AmphoraException.Invalid.class);
        }
        assertThatThrownBy(() -> photos.add(Shop.FINANCE, r.id(), "a.jpg", bytes())).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> photos.list(new Actor("x", "X", Set.of("returns.read")), r.id())).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> photos.add(Shop.SERVICE, 999_999, "a.jpg", bytes())).isInstanceOf(AmphoraException.NotFound.class);
        for (int i = 0; i < ReturnPhotos.MOST; i++) {
            photos.add(Shop.SERVICE, r.id(), i + ".png", bytes());
        }
        assertThatThrownBy(() -> photos.add(Shop.SERVICE, r.id(), "more.png", bytes())).isInstanceOf(AmphoraException.Refused.class);
        assertThat(kept).hasSize(ReturnPhotos.MOST);
    }
}
