package io.amphora.document.core;

import io.amphora.document.api.DocumentKind;
import io.amphora.document.api.DocumentTemplate;
import io.amphora.document.test.DocumentTemplateContract;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;

class ShippedTemplatesContractTest {
    @Nested
    class OrderConfirmation extends Shipped {
        OrderConfirmation() {
            super(DocumentKind.ORDER_CONFIRMATION);
        }
    }

    @Nested
    class PickingList extends Shipped {
        PickingList() {
            super(DocumentKind.PICKING_LIST);
        }
    }

    @Nested
    class DeliveryNote extends Shipped {
        DeliveryNote() {
            super(DocumentKind.DELIVERY_NOTE);
        }
    }

    @Nested
    class Quotation extends Shipped {
        Quotation() {
            super(DocumentKind.QUOTATION);
        }
    }

    @Nested
    class PackingSlip extends Shipped {
        PackingSlip() {
            super(DocumentKind.PACKING_SLIP);
        }
    }

    @Nested
    class Invoice extends Shipped {
        Invoice() {
            super(DocumentKind.INVOICE);
        }
    }

    @Nested
    class ParcelLabel extends Shipped {
        ParcelLabel() {
            super(DocumentKind.PARCEL_LABEL);
        }
    }

    @Nested
    class CreditNote extends Shipped {
        CreditNote() {
            super(DocumentKind.CREDIT_NOTE);
        }
    }

    abstract static class Shipped extends DocumentTemplateContract {
        private final DocumentKind kind;

        Shipped(DocumentKind kind) {
            this.kind = kind;
        }

        @Override
        protected DocumentTemplate template() {
            return new ShippedTemplate(kind);
        }

        @Override
        protected DocumentKind kind() {
            return kind;
        }

        @Override
        protected List<Locale> languages() {
            return List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);
        }
    }
}
