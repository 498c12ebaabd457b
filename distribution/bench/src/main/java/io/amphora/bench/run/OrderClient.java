package io.amphora.bench.run;

import io.amphora.bench.server.Load;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** One REST client that places orders over one kept connection. Hand-made, so that the client takes as little as possible of the two cores it shares with the server. */
final class OrderClient implements Load.Worker {
    private static final String END = "\r\n\r\n";
    private static final int DIGITS = 4;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final StringBuilder request = new StringBuilder(1024);
    private final byte[] bytes = new byte[1 << 16];
    private final int head;
    private final long customer;
    private final int skus;
    private final String onlySku;

    /** @param onlySku order one piece of this instead of three of the thousand; may be null */
    OrderClient(int port, String token, long customer, int skus, String onlySku) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
        out = socket.getOutputStream();
        request.append("POST /api/v1/orders HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ").append(token)
                .append("\r\nContent-Type: application/json\r\nAccept: application/json\r\nContent-Length: ").append("0".repeat(DIGITS)).append(END);
        head = request.length();
        this.customer = customer;
        this.skus = skus;
        this.onlySku = onlySku;
    }

    @Override
    public void once() throws IOException {
        int status = place();
        if (status != 201) {
            throw new IOException("status " + status);
        }
    }

    int place() throws IOException {
        request.setLength(head);
        body();
        length();
        int size = request.length();
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) request.charAt(i);
        }
        out.write(bytes, 0, size);
        return answer();
    }

    private void body() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        request.append("{\"customerId\":").append(customer).append(",\"lines\":[{\"sku\":\"");
        if (onlySku != null) {
            request.append(onlySku).append("\",\"quantity\":1}]}");
            return;
        }
        int a = random.nextInt(skus);
        int b = (a + 1 + random.nextInt(skus - 2)) % skus;
        request.append("BENCH-").append(a).append("\",\"quantity\":1},{\"sku\":\"BENCH-").append(b).append("\",\"quantity\":1},{\"sku\":\"BENCH-");
        int c = random.nextInt(skus);
        while (c == a || c == b) {
            c = random.nextInt(skus);
        }
        request.append(c).append("\",\"quantity\":1}]}");
    }

    /** Filled in where the head keeps room for it. */
    private void length() {
        int length = request.length() - head;
        for (int i = head - END.length() - 1; i >= head - END.length() - DIGITS; i--) {
            request.setCharAt(i, (char) ('0' + length % 10));
            length /= 10;
        }
    }

    /** One answer follows one request, so all that comes belongs to it: to its end by its length or its last chunk. */
    private int answer() throws IOException {
        int filled = 0;
        int end = -1;
        while (end < 0) {
            filled += read(filled);
            end = endOfHead(filled);
        }
        int status = (bytes[9] - '0') * 100 + (bytes[10] - '0') * 10 + bytes[11] - '0';
        int length = number(end);
        while (length >= 0 ? filled < end + length : !lastChunk(filled)) {
            filled += read(filled);
        }
        return status;
    }

    private int read(int filled) throws IOException {
        int n = in.read(bytes, filled, bytes.length - filled);
        if (n <= 0) {
            throw new IOException(n < 0 ? "connection closed" : "the answer is too long");
        }
        return n;
    }

    private int endOfHead(int filled) {
        for (int i = 3; i < filled; i++) {
            if (bytes[i] == '\n' && bytes[i - 2] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    /** @return the length that the head states, -1 if the answer comes in chunks */
    private int number(int end) {
        int at = new String(bytes, 0, end, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT).indexOf("\ncontent-length:");
        if (at < 0) {
            return -1;
        }
        int number = 0;
        for (int i = at + 16; bytes[i] != '\r'; i++) {
            number = bytes[i] == ' ' ? number : number * 10 + bytes[i] - '0';
        }
        return number;
    }

    private boolean lastChunk(int filled) {
        return filled >= 5 && bytes[filled - 5] == '0' && bytes[filled - 4] == '\r' && bytes[filled - 3] == '\n' && bytes[filled - 2] == '\r' && bytes[filled - 1] == '\n';
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
