package io.amphora.document.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.customer.api.Address;
import io.amphora.customer.api.Customers;
import io.amphora.document.api.DocumentKind;
import io.amphora.document.api.DocumentModel;
import io.amphora.document.api.DocumentModel.Line;
import io.amphora.document.api.DocumentRequest;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.Locations;
import io.amphora.inventory.api.Shelves;
import io.amphora.order.api.HoldType;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderOnPaperTest {
    private final Customers customers = Twins.twin(Customers.class, Map.of("lookup", a -> Map.of(3L, new Customers.Facts(3, "C-3", "Mary Lee", "GB", false, new Address(null, "2 Home Street", "Leeds", null, "LS1", "GB")))));
    private final Locations locations = Twins.twin(Locations.class, Map.of("active", a -> List.of(new Location(1, "MAIN", "Main", null, 1, true, 1), new Location(2, "ANNEX", "Annex", null, 2, true, 1))));
    private final OrderOnPaper paper = new OrderOnPaper(customers, locations, Twins.settings(Map.of(DocumentSettings.NAME, "Shop", DocumentSettings.SELLER, "Street 1\n\n City ",
            DocumentSettings.ZONE, "Asia/Shanghai")), Twins.quotations(), new PaymentOnPaper(Twins.settings(Map.of())));

    private DocumentModel model(Order order, DocumentKind kind) {
        return paper.model(order, DocumentRequest.of(17, kind), "N", Instant.EPOCH);
    }

    private static Order sale(Order.Line... lines) {
        return Twins.order(Order.Kind.SALE, null, List.of(), lines);
    }

    @Test
    void confirmationHasAllLinesButThoseThatAreGone() {
        DocumentModel m = model(sale(Twins.line(1, "A", LineStatus.APPROVED, null), Twins.line(2, "4006381333931", LineStatus.SHIPPED, 1L), Twins.line(3, "C", LineStatus.CANCELLED, null),
                Twins.line(4, "D", LineStatus.REJECTED, null)), DocumentKind.ORDER_CONFIRMATION);

        assertThat(m.lines()).extracting(Line::sku, Line::gtin, Line::unitPrice, Line::location).containsExactly(tuple("A", null, Money.of("1.5", "EUR"), null),
                tuple("4006381333931", "4006381333931", Money.of("1.5", "EUR"), null));
        assertThat(m.total()).isEqualTo(Money.of("6", "EUR"));
        assertThat(m.customer()).isEqualTo(new DocumentModel.Customer("C-3", "Mary Lee"));
        assertThat(m.shipTo()).containsExactly("Mary Lee", "1 Road", "BS1 Bristol", "GB");
        assertThat(m.seller()).containsExactly("Shop", "Street 1", "City");
        assertThat(m.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    }

    @Test
    void quotationOffersADraftUntilItsLastDay() {
        Order.Line line = Twins.line(1, "A", LineStatus.DRAFT, null);
        DocumentModel m = model(Twins.quoted(line), DocumentKind.QUOTATION);

        assertThat(m.offer()).isEqualTo(new DocumentModel.Offer("Q-31", java.time.LocalDate.of(2026, 12, 24)));
        assertThat(m.total()).isEqualTo(Money.of("6", "EUR"));
        assertThat(m.shipTo()).containsExactly("Mary Lee", "2 Home Street", "LS1 Leeds", "GB");
        assertThatThrownBy(() -> model(sale(line), DocumentKind.QUOTATION)).isInstanceOf(AmphoraException.Refused.class);
        assertThatThrownBy(() -> model(Twins.quoted(Twins.line(1, "A", LineStatus.APPROVED, null)), DocumentKind.QUOTATION)).isInstanceOf(AmphoraException.Refused.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"DRAFT", "IN_REVIEW"})
    void nothingIsConfirmedBeforeTheReviewHasDecided(LineStatus undecided) {
        Order order = sale(Twins.line(1, "A", undecided, null), Twins.line(2, "B", LineStatus.CANCELLED, null));

        assertThatThrownBy(() -> model(order, DocumentKind.ORDER_CONFIRMATION)).isInstanceOf(AmphoraException.Refused.class).hasMessageContaining("A-17");
    }

    @Test
    void creditIsNeitherConfirmedNorDelivered() {
        Order credit = Twins.order(Order.Kind.CREDIT, null, List.of(), Twins.line(1, "A", LineStatus.COMPLETED, null));

        assertThatThrownBy(() -> model(credit, DocumentKind.ORDER_CONFIRMATION)).isInstanceOf(AmphoraException.Refused.class);
        assertThatThrownBy(() -> model(credit, DocumentKind.DELIVERY_NOTE)).isInstanceOf(AmphoraException.Refused.class);
    }

    @Test
    void pickingListHasWhatWaitsToBePickedByPlaceAndSkuWithoutPrices() {
        DocumentModel m = model(sale(Twins.line(1, "Z", LineStatus.ASSIGNED, 1L), Twins.line(2, "B", LineStatus.ASSIGNED, 2L), Twins.line(3, "A", LineStatus.ASSIGNED, null),
                Twins.line(4, "P", LineStatus.PICKED, 1L), Twins.line(5, "G", LineStatus.ASSIGNED, 99L)), DocumentKind.PICKING_LIST);

        assertThat(m.lines()).extracting(Line::sku, Line::location, Line::unitPrice, Line::amount).containsExactly(tuple("G", "#99", null, null), tuple("B", "ANNEX · Annex", null, null),
                tuple("A", "MAIN · Main", null, null), tuple("Z", "MAIN · Main", null, null));
        assertThat(m.total()).isNull();
        assertThatThrownBy(() -> model(sale(Twins.line(1, "P", LineStatus.PICKED, 1L)), DocumentKind.PICKING_LIST)).isInstanceOf(AmphoraException.Refused.class);
    }

    @Test
    void pickingListGoesFromShelfToShelf() {
        paper.shelves = Twins.twin(Shelves.class, Map.of("places", a -> Map.of("A", Map.of(1L, new Shelves.Place("North", "N-12")), "B", Map.of(1L, new Shelves.Place("Cool", null)),
                "C", Map.of(2L, new Shelves.Place("Elsewhere", "E-1")))));

        assertThat(model(sale(Twins.line(1, "A", LineStatus.ASSIGNED, 1L), Twins.line(2, "B", LineStatus.ASSIGNED, 1L), Twins.line(3, "C", LineStatus.ASSIGNED, 1L)),
                DocumentKind.PICKING_LIST).lines()).extracting(Line::sku, Line::location).containsExactly(tuple("C", "MAIN · Main"), tuple("B", "MAIN · Main · Cool"),
                tuple("A", "MAIN · Main · North · N-12"));
    }

    @Test
    void heldOrderIsNotPicked() {
        Order.Line line = Twins.line(1, "A", LineStatus.ASSIGNED, 1L);

        assertThatThrownBy(() -> model(Twins.held(HoldType.STOCK, line), DocumentKind.PICKING_LIST)).isInstanceOf(AmphoraException.Refused.class).hasMessageContaining("on hold (stock)");
        assertThat(model(Twins.held(HoldType.ADDRESS, line), DocumentKind.PICKING_LIST).lines()).hasSize(1);
        assertThat(model(Twins.held(HoldType.STOCK, line), DocumentKind.ORDER_CONFIRMATION).lines()).hasSize(1);
    }

    @Test
    void deliveryNoteHasWhatIsPackedOrOnlyWhatLeftWithOneShipment() {
        List<Order.Shipment> shipments = List.of(new Order.Shipment(7, "DHL", "T7", Instant.EPOCH, null, "eve", List.of(1L)), new Order.Shipment(8, "DHL", "T8", Instant.EPOCH, null, "eve", List.of(2L)));
        Order order = Twins.order(Order.Kind.SALE, null, shipments, Twins.line(1, "A", LineStatus.DELIVERED, 1L), Twins.line(2, "B", LineStatus.SHIPPED, 1L),
                Twins.line(3, "C", LineStatus.PICKED, 1L), Twins.line(4, "D", LineStatus.ASSIGNED, 1L));

        DocumentModel all = model(order, DocumentKind.DELIVERY_NOTE);
        DocumentModel one = paper.model(order, new DocumentRequest(17, DocumentKind.DELIVERY_NOTE, 8L, null), "N", Instant.EPOCH);

        assertThat(all.lines()).extracting(Line::sku, Line::unitPrice).containsExactly(tuple("A", null), tuple("B", null), tuple("C", null));
        assertThat(all.shipments()).hasSize(2);
        assertThat(one.lines()).extracting(Line::sku).containsExactly("B");
        assertThat(one.shipments()).extracting(DocumentModel.Shipment::trackingNumber).containsExactly("T8");
        assertThatThrownBy(() -> paper.model(order, new DocumentRequest(17, DocumentKind.DELIVERY_NOTE, 9L, null), "N", Instant.EPOCH)).isInstanceOf(AmphoraException.NotFound.class);
        assertThatThrownBy(() -> paper.model(order, new DocumentRequest(17, DocumentKind.ORDER_CONFIRMATION, 8L, null), "N", Instant.EPOCH)).isInstanceOf(AmphoraException.Invalid.class);
    }
}
