package io.amphora.notification.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.amphora.notification.api.TransportException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The message goes where it was looked, and asks for whom it was meant. */
class PinnedPostTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    Path folder;

    private final List<String> heard = new CopyOnWriteArrayList<>();

    private static PinnedPost post(SSLSocketFactory tls) {
        return new PinnedPost(tls, SHORT, Duration.ofSeconds(2));
    }

    private HttpServer listen(HttpServer server) {
        server.createContext("/", exchange -> {
            heard.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("Host").replaceFirst(":[0-9]+$", "") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    /** Each time another address, as a name does whose owner has ill in mind. */
    private static HookTargets changing(List<String> allowed, List<String> asked, String... answers) {
        return new HookTargets(allowed, host -> {
            asked.add(host);
            return new InetAddress[] {InetAddress.getByName(answers[Math.min(asked.size(), answers.length) - 1])};
        });
    }

    @Test
    void goesToTheAddressThatWasLookedAtWhateverTheNameStandsForNow() throws Exception {
        HttpServer good = listen(HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0));
        int port = good.getAddress().getPort();
        List<String> other = new CopyOnWriteArrayList<>();
        HttpServer bad = HttpServer.create(new InetSocketAddress("127.0.0.2", port), 0);
        bad.createContext("/", exchange -> other.add("heard"));
        bad.start();
        try {
            List<String> asked = new ArrayList<>();
            HookTargets targets = changing(List.of("hook.example"), asked, "127.0.0.1", "127.0.0.2");
            URI url = URI.create("http://hook.example:" + port + "/in?a=%20b");

            assertThat(post(null).send(url, targets.require(url), Map.of("X", "y"), "héllo")).isEqualTo(202);

            assertThat(asked).containsExactly("hook.example");
            assertThat(heard).containsExactly("POST /in?a=%20b hook.example héllo");
            assertThat(other).isEmpty();
        } finally {
            good.stop(0);
            bad.stop(0);
        }
    }

    @Test
    void aNameThatTurnsInwardsAfterTheLookReachesNothingHere() throws Exception {
        HttpServer inside = listen(HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0));
        try {
            List<String> asked = new ArrayList<>();
            HookTargets targets = changing(List.of(), asked, "203.0.113.9", "127.0.0.1");
            URI url = URI.create("http://hook.example:" + inside.getAddress().getPort() + "/");
            List<InetAddress> looked = targets.require(url);

            assertThatThrownBy(() -> post(null).send(url, looked, Map.of(), "x")).isInstanceOf(IOException.class);

            assertThat(heard).isEmpty();
            assertThatThrownBy(() -> targets.require(url)).isInstanceOf(TransportException.class).hasMessageContaining("127.0.0.1");
        } finally {
            inside.stop(0);
        }
    }

    /** A key for hook.example, and whoever trusts it. */
    private SSLContext keys() throws Exception {
        Path store = folder.resolve("keys.p12");
        Process made = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "hook", "-keyalg", "EC", "-dname", "CN=hook.example", "-ext",
                "san=dns:hook.example", "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", "changeit").redirectErrorStream(true).start();
        assertThat(made.waitFor(60, TimeUnit.SECONDS)).isTrue();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    @Test
    void tlsAsksForTheNameAndTheCertificateMustBeForIt() throws Exception {
        SSLContext context = keys();
        HttpsServer server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        List<String> names = new CopyOnWriteArrayList<>();
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            ((ExtendedSSLSession) ((com.sun.net.httpserver.HttpsExchange) exchange).getSSLSession()).getRequestedServerNames().forEach(n -> names.add(n.toString()));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try {
            int port = server.getAddress().getPort();
            List<InetAddress> here = List.of(InetAddress.getByName("127.0.0.1"));

            assertThat(post(context.getSocketFactory()).send(URI.create("https://hook.example:" + port + "/"), here, Map.of(), "x")).isEqualTo(204);
            assertThat(names).singleElement().asString().contains("hook.example");
            assertThatThrownBy(() -> post(context.getSocketFactory()).send(URI.create("https://other.example:" + port + "/"), here, Map.of(), "x")).isInstanceOf(SSLException.class);
            assertThatThrownBy(() -> post(context.getSocketFactory()).send(URI.create("https://127.0.0.1:" + port + "/"), here, Map.of(), "x")).isInstanceOf(SSLException.class);
        } finally {
            server.stop(0);
        }
    }

    /** One connection that is answered with this text. */
    private int answered(String text, long pauseMillis) throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Thread server = new Thread(() -> {
                try (Socket socket = listener.accept()) {
                    for (byte b : text.getBytes(StandardCharsets.ISO_8859_1)) {
                        socket.getOutputStream().write(b);
                        socket.getOutputStream().flush();
                        Thread.sleep(pauseMillis);
                    }
                } catch (SocketException e) {
                    heard.add("closed");
                } catch (IOException | InterruptedException e) {
                    heard.add(e.toString());
                }
            });
            server.start();
            return post(null).send(URI.create("http://hook.example:" + listener.getLocalPort()), List.of(InetAddress.getByName("127.0.0.1")), Map.of(), "x");
        }
    }

    @Test
    void onlyAnAnswerOfHttpInTimeCounts() throws Exception {
        assertThat(answered("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 201 Created\r\n\r\n", 0)).isEqualTo(201);
        assertThat(answered("HTTP/1.0 500\r\n", 0)).isEqualTo(500);
        assertThatThrownBy(() -> answered("220 mail.example ESMTP\r\n", 0)).isInstanceOf(IOException.class).hasMessageContaining("not HTTP");
        assertThatThrownBy(() -> answered("", 0)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> answered("HTTP/1.1 200 " + "o".repeat(200), 100)).as("byte by byte").isInstanceOf(IOException.class);
    }
}
