package io.amphora.order.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PastedRowTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "A-1|A-1///", "A-1,2|A-1/2//", "A-1, 2, 12.90|A-1/2/12.90/", "A-1,2,12,90|A-1/2/12,90/", "A-1,2,12,90,5%|A-1/2/12,90/5%", "A-1,2,12.90,5%|A-1/2/12.90/5%",
        "A-1;2;12,90;5 %|A-1/2/12,90/5 %", "A-1;2;;5%|A-1/2//5%", "A-1  2  12,90  5%|A-1/2/12,90/5%", "A 1,2|A 1/2//"})
    void cellsAreFound(String row, String cells) {
        assertThat(String.join("/", PastedRow.cells(row))).isEqualTo(cells);
    }
}
