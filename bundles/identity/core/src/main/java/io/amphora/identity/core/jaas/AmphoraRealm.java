package io.amphora.identity.core.jaas;

import io.amphora.identity.api.SignIn;
import java.util.Map;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import org.apache.karaf.jaas.boot.ProxyLoginModule;
import org.apache.karaf.jaas.config.JaasRealm;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes the place of Karaf's own realm (users in a file) by its rank. */
@Component
public final class AmphoraRealm implements JaasRealm {
    private static final int ABOVE_KARAFS_OWN = 100;

    private final AppConfigurationEntry[] entries;

    @Activate
    public AmphoraRealm(@Reference SignIn signIn, BundleContext context) {
        // the module is made by Karaf in its own class loader; the options are how anything reaches it
        Map<String, Object> options = Map.of(
                ProxyLoginModule.PROPERTY_MODULE, AmphoraLoginModule.class.getName(),
                ProxyLoginModule.PROPERTY_BUNDLE, Long.toString(context.getBundle().getBundleId()),
                AmphoraLoginModule.SIGN_IN, signIn);
        entries = new AppConfigurationEntry[] {new AppConfigurationEntry(ProxyLoginModule.class.getName(), LoginModuleControlFlag.REQUIRED, options)};
    }

    @Override
    public String getName() {
        return "karaf";
    }

    @Override
    public int getRank() {
        return ABOVE_KARAFS_OWN;
    }

    @Override
    public AppConfigurationEntry[] getEntries() {
        return entries.clone();
    }
}
