package io.amphora.document.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.document.api.DocumentModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class BankDetailsTest {
    private static List<String> wrong(String account, String bic, String reference) {
        Problems problems = new Problems();
        BankDetails.verifyAccount(problems, "account", account);
        BankDetails.verifyBic(problems, "bic", bic);
        BankDetails.verifyReference(problems, "reference", reference);
        return problems.all().stream().map(Problem::field).toList();
    }

    @Test
    void whatBeginsLikeAnIbanMustBeOne() {
        for (String wrong : List.of("DE00 0000", "DE89370400440532013001", "de12")) {
            Problems problems = new Problems();
            BankDetails.verifyAccount(problems, "account", wrong);
            assertThat(problems.isEmpty()).as(wrong).isFalse();
        }
        for (String right : List.of("DE89 3704 0044 0532 0130 00", "0123456789", "12-34-56 12345678", "")) {
            Problems problems = new Problems();
            BankDetails.verifyAccount(problems, "account", right);
            assertThat(problems.isEmpty()).as(right).isTrue();
        }
    }

    @Test
    void takesIbansWithRightCheckDigitsAndPlainAccounts() {
        assertThat(wrong("GB29 NWBK 6016 1331 9268 19", "NWBKGB2L", "{order}")).isEmpty();
        assertThat(wrong("6222 0212 0800 1234 567", null, "Order {order}, {invoice}")).isEmpty();
        assertThat(wrong("", "", "{order}")).isEmpty();
        assertThat(wrong("GB29 NWBK 6016 1331 9268 18", "nwbk", "{invoice}")).containsExactly("account", "bic", "reference");
        assertThat(wrong("<b>", null, null)).containsExactly("account", "reference");
    }

    @Test
    void writesAnIbanInFoursAndTheNumbersIntoTheReference() {
        BankDetails german = new BankDetails("Shop", "DE89370400440532013000", "", "", "{order} {invoice} {customer}");
        assertThat(german.transfer("A-1", null, "C-3")).isEqualTo(new DocumentModel.Transfer("Shop", "DE89 3704 0044 0532 0130 00", null, null, "A-1 C-3"));
        assertThat(new BankDetails("Shop", "6222021208001234567", "", "ICBC", "{order}").transfer("A-1", "I-1", null).account()).isEqualTo("6222021208001234567");
        assertThat(new BankDetails("Shop", "", "", "ICBC", "{order}").transfer("A-1", "I-1", null)).isNull();
    }
}
