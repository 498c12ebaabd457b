package io.amphora.bench.run;

import io.amphora.bench.server.Load;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** One REST client that places orders over one kept connection. Hand-made, so that the client takes as little as possible of the two cores it shares with the server. */
final class OrderClient implements Load.Worker {
    private final Socket socket;
    private final InputStream in;
    private final String head;
    private final long customer;
    private final int skus;
    private final String onlySku;

    /** @param onlySku order one piece of this instead of three of the thousand; may be null */
    OrderClient(int port, String token, long customer, int skus, String onlySku) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
        head = "POST /api/v1/orders HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token + "\r\nContent-Type: application/json\r\nAccept: application/json\r\nContent-Length: ";
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
        byte[] body = body().getBytes(StandardCharsets.UTF_8);
        byte[] top = (head + body.length + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] request = java.util.Arrays.copyOf(top, top.length + body.length);
        System.arraycopy(body, 0, request, top.length, body.length);
        socket.getOutputStream().write(request);
        return answer();
    }

    private String body() {
        StringBuilder s = new StringBuilder("{\"customerId\":").append(customer).append(",\"lines\":[");
        if (onlySku != null) {
            return s.append("{\"sku\":\"").append(onlySku).append("\",\"quantity\":1}]}").toString();
        }
        ThreadLocalRandom.current().ints(0, skus).distinct().limit(3).forEach(i -> s.append("{\"sku\":\"BENCH-").append(i).append("\",\"quantity\":1},"));
        s.setLength(s.length() - 1);
        return s.append("]}").toString();
    }

    private int answer() throws IOException {
        String line = line();
        int status = Integer.parseInt(line.substring(9, 12));
        int length = 0;
        boolean chunked = false;
        for (line = line(); !line.isEmpty(); line = line()) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
        }
        if (chunked) {
            for (int size = Integer.parseInt(line().strip(), 16); size > 0; size = Integer.parseInt(line().strip(), 16)) {
                in.skipNBytes(size + 2L);
            }
            line();
        } else {
            in.skipNBytes(length);
        }
        return status;
    }

    private String line() throws IOException {
        StringBuilder s = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("connection closed");
            }
            if (c != '\r') {
                s.append((char) c);
            }
        }
        return s.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
