package io.amphora.notification.core.webhook;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts to an address that was looked at before, whatever the name stands for by now: the clients of the JDK look names up themselves. The name is still what the receiver is asked
 * for, by TLS and by HTTP, and what its certificate must be for. One request per connection; of the answer only the status counts.
 */
final class PinnedPost {
    private static final Logger LOG = LoggerFactory.getLogger(PinnedPost.class);
    private static final int TRIES = 2;
    private static final int LINE = 8_192;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3})(?: .*)?");

    private final SSLSocketFactory tls;
    private final Duration connect;
    private final Duration answer;

    /** @param connect how long a connection may take, if there are no more than two addresses to try; @param answer how long all may take once connected */
    PinnedPost(SSLSocketFactory tls, Duration connect, Duration answer) {
        this.tls = tls;
        this.connect = connect;
        this.answer = answer;
    }

    /** @param addresses of the host, tried one after the other; at least one; @return the status of the answer */
    int send(URI url, List<InetAddress> addresses, Map<String, String> headers, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        long deadline = System.nanoTime() + answer.toNanos() + connect.toNanos() * TRIES;
        try (Socket plain = connected(url, addresses)) {
            patient(plain, deadline);
            // no read, write or handshake goes on for ever
            CompletableFuture.delayedExecutor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS).execute(() -> close(plain));
            try (Socket socket = isSecure(url) ? secured(plain, url) : plain) {
                OutputStream out = new BufferedOutputStream(socket.getOutputStream());
                out.write(head(url, headers, body.length).getBytes(StandardCharsets.ISO_8859_1));
                out.write(body);
                out.flush();
                return status(new BufferedInputStream(socket.getInputStream()), socket, deadline);
            }
        }
    }

    private Socket connected(URI url, List<InetAddress> addresses) throws IOException {
        IOException last = null;
        // however many addresses there are, all together take no longer than some
        int patience = Math.toIntExact(connect.multipliedBy(TRIES).dividedBy(Math.max(TRIES, addresses.size())).toMillis());
        for (InetAddress address : addresses) {
            Socket socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(address, port(url)), patience);
                return socket;
            } catch (IOException e) {
                socket.close();
                last = new IOException(url.getHost() + " (" + address.getHostAddress() + "): " + e.getMessage(), e);
            }
        }
        throw last == null ? new IOException("there is no address of " + url.getHost()) : last;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("closing a connection of a webhook: {}", e.toString());
        }
    }

    private Socket secured(Socket plain, URI url) throws IOException {
        SSLSocket socket = (SSLSocket) tls.createSocket(plain, HookTargets.host(url), port(url), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static boolean isSecure(URI url) {
        return url.getScheme().equalsIgnoreCase("https");
    }

    private static int port(URI url) {
        return url.getPort() > 0 ? url.getPort() : isSecure(url) ? 443 : 80;
    }

    private static String head(URI url, Map<String, String> headers, int length) {
        URI ascii = URI.create(url.toASCIIString());
        String path = ascii.getRawPath() == null || ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
        StringBuilder head = new StringBuilder("POST ").append(path).append(ascii.getRawQuery() == null ? "" : "?" + ascii.getRawQuery()).append(" HTTP/1.1\r\nHost: ").append(ascii.getHost())
                .append(url.getPort() > 0 ? ":" + url.getPort() : "").append("\r\nContent-Length: ").append(length).append("\r\nConnection: close\r\n");
        headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString();
    }

    /** What is announced (1xx) is not the answer. */
    private static int status(InputStream in, Socket socket, long deadline) throws IOException {
        for (;;) {
            Matcher status = STATUS.matcher(line(in, socket, deadline));
            if (!status.matches()) {
                throw new ProtocolException("the answer is not HTTP");
            }
            int code = Integer.parseInt(status.group(1));
            if (code >= 200) {
                return code;
            }
            while (!line(in, socket, deadline).isEmpty()) {
                // headers of what is announced
                continue;
            }
        }
    }

    private static String line(InputStream in, Socket socket, long deadline) throws IOException {
        StringBuilder line = new StringBuilder();
        for (;;) {
            // whoever answers byte by byte keeps nobody waiting for ever
            patient(socket, deadline);
            int c = in.read();
            if (c < 0) {
                throw new ProtocolException("closed without an answer");
            }
            if (c == '\n') {
                return line.toString().stripTrailing();
            }
            if (line.length() >= LINE) {
                throw new ProtocolException("the answer is not HTTP");
            }
            line.append((char) c);
        }
    }

    private static void patient(Socket socket, long deadline) throws IOException {
        long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
        if (left <= 0) {
            throw new SocketTimeoutException("no answer in time");
        }
        socket.setSoTimeout((int) left);
    }
}
