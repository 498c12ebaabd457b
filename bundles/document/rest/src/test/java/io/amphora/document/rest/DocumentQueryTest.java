package io.amphora.document.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.AmphoraException;
import io.amphora.document.api.DocumentKind;
import io.amphora.document.api.DocumentRequest;
import io.amphora.document.api.IssuedDocument;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DocumentQueryTest {
    @Test
    void unknownKindIsRefusedNamingThoseThereAre() {
        DocumentQuery query = new DocumentQuery();
        assertThatThrownBy(() -> query.of(17)).isInstanceOf(AmphoraException.Invalid.class).hasMessageContaining("kind: must be one of order-confirmation, picking-list, delivery-note");
        query.kind = "bill";
        assertThatThrownBy(() -> query.of(17)).isInstanceOf(AmphoraException.Invalid.class);
    }

    @Test
    void partsComeAsTheyAre() {
        DocumentQuery query = new DocumentQuery();
        query.kind = "delivery-note";
        query.shipment = 3L;
        query.language = "zh-CN";

        assertThat(query.of(17)).isEqualTo(new DocumentRequest(17, DocumentKind.DELIVERY_NOTE, 3L, "zh-CN"));
    }

    @Test
    void kindIsWrittenAsItIsRead() {
        IssuedDocument issued = new IssuedDocument(1, DocumentKind.PICKING_LIST, 17, "A-17-PL-1", "en", 4, Instant.EPOCH, "eve", "t", "b", "1", null, "00", 9);

        assertThat(IssuedDocumentJson.of(issued).kind()).isEqualTo("picking-list");
    }
}
