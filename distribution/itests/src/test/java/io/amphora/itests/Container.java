package io.amphora.itests;

import static org.ops4j.pax.exam.CoreOptions.systemProperty;
import static org.ops4j.pax.exam.CoreOptions.systemTimeout;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.ops4j.pax.exam.CoreOptions;
import org.ops4j.pax.exam.Option;

/** One way to start our distribution for a test: free ports of the loopback address, nothing from outside. */
final class Container {
    static final String PORT = "amphora.itests.port";

    private Container() {
    }

    static Option[] options() {
        int http = freePort();
        String repository = System.getProperty("org.ops4j.pax.url.mvn.localRepository");
        return new Option[] {
            karafDistributionConfiguration().frameworkUrl(new File(System.getProperty("amphora.archive")).toURI().toString())
                    .name("Amphora").unpackDirectory(new File("target/exam")).useDeployFolder(false),
            keepRuntimeFolder(),
            configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
            editConfigurationFilePut("etc/org.apache.karaf.shell.cfg", "sshPort", Integer.toString(freePort())),
            editConfigurationFilePut("etc/org.apache.felix.http.cfg", "org.osgi.service.http.port", Integer.toString(http)),
            // the test's own bundles come from the local repository of the build, still nothing from the net
            editConfigurationFilePut("etc/org.ops4j.pax.url.mvn.cfg", "org.ops4j.pax.url.mvn.localRepository", repository),
            // as bin/karaf does; else each bundle with services in META-INF is logged as an error
            CoreOptions.vmOptions("--add-reads=java.xml=java.logging", "--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
                    "--patch-module", "java.base=" + endorsed("locator"), "--patch-module", "java.xml=" + endorsed("java.xml")),
            CoreOptions.vmOptions("-Xmx768m", "-Duser.timezone=UTC"),
            systemTimeout(180_000),
            systemProperty(PORT).value(Integer.toString(http)),
            systemProperty("amphora.extensions").value(System.getProperty("amphora.extensions")),
        };
    }

    private static String endorsed(String part) {
        return "lib/endorsed/org.apache.karaf.specs." + part + "-" + System.getProperty("karaf.version") + ".jar";
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
