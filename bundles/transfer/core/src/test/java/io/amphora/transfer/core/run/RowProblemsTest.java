package io.amphora.transfer.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.common.Problem;
import io.amphora.transfer.api.ImportKind;
import org.junit.jupiter.api.Test;

class RowProblemsTest {
    @Test
    void namesTheUnknownProductBesideAnUnreadableQuantityAndEachProblemOnce() {
        MemoryLedger ledger = new MemoryLedger(true);

        FileImport.ofText("SKU,Location,Quantity\nNOPE,MAIN,x\nNOPE,MAIN,1.234567\n", ImportKind.STOCK, new Memory()).run(ledger, 1);

        assertThat(ledger.rejects.get(0).problems()).extracting(Problem::code).containsExactly("transfer.number", "transfer.unknown-sku");
        assertThat(ledger.rejects.get(1).problems()).extracting(Problem::code).containsExactly("too-many-decimals", "transfer.unknown-sku");
    }
}
