package io.amphora.order.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What the build writes into the OpenAPI document. */
class OrdersDocumentTest {
    @Test
    void listNamesItsParametersAndTakesNoBody() throws IOException {
        String document;
        try (InputStream in = OrdersDocumentTest.class.getResourceAsStream("/openapi/openapi.json")) {
            document = new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("\\s", "");
        }
        String list = document.substring(document.indexOf("\"/orders\":{\"get\""), document.indexOf("\"post\"", document.indexOf("\"/orders\":{\"get\"")));

        assertThat(list).contains("\"name\":\"size\"", "\"name\":\"after\"", "\"name\":\"status\"", "\"name\":\"customer\"", "\"name\":\"from\"").doesNotContain("requestBody");
    }
}
