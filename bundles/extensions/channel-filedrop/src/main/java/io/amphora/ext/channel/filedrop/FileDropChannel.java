package io.amphora.ext.channel.filedrop;

import io.amphora.channel.api.ChannelException;
import io.amphora.channel.api.IncomingOrder;
import io.amphora.channel.api.SalesChannel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Orders from files in a folder. A file stays until all its orders are in the inbox. */
@Component(property = SalesChannel.PROPERTY_ID + "=filedrop")
@Designate(ocd = FileDropChannel.Config.class)
public final class FileDropChannel implements SalesChannel {
    private static final long MEGABYTE = 1024L * 1024;

    /** Which folder, and how it is watched. */
    @ObjectClassDefinition(name = "File drop", description = "A folder that is watched for files with orders")
    public @interface Config {
        @AttributeDefinition(name = "Folder", description = "Empty: the folder filedrop below Karaf's data folder")
        String folder() default "";

        @AttributeDefinition(name = "Settle", description = "How many seconds a file must not have changed before it is read", min = "0")
        int settle_seconds() default 2;

        @AttributeDefinition(name = "Interval", description = "How often the folder is looked at, in seconds", min = "1")
        int interval_seconds() default 2;

        @AttributeDefinition(name = "Largest file", description = "In megabytes; larger files are put aside", min = "1")
        int max_megabytes() default 20;
    }

    private final FileDropMessages messages = new FileDropMessages();
    private final DropFolder folder;
    private final Duration interval;
    /** What is read but not yet all in the inbox. */
    private final Map<Path, List<IncomingOrder>> open = new LinkedHashMap<>();

    @Activate
    public FileDropChannel(Config config) {
        this(config.folder().isBlank() ? Path.of(System.getProperty("karaf.data", "data"), "filedrop") : Path.of(config.folder()), Duration.ofSeconds(config.settle_seconds()),
                Duration.ofSeconds(Math.max(1, config.interval_seconds())), config.max_megabytes() * MEGABYTE, System::nanoTime);
    }

    FileDropChannel(Path folder, Duration settle, Duration interval, long max, LongSupplier nanos) {
        this.folder = new DropFolder(folder, settle, max, nanos);
        this.interval = interval;
    }

    @Override
    public String title(Locale locale) {
        String title = messages.find("filedrop.title", locale);
        return title != null ? title : messages.find("filedrop.title", Locale.ROOT);
    }

    @Override
    public List<IncomingOrder> fetch(int max) throws ChannelException {
        try {
            open.keySet().removeIf(file -> !Files.exists(file));
            Iterator<Path> ready = folder.ready().iterator();
            List<IncomingOrder> orders = waiting(max);
            while (orders.size() < max && ready.hasNext()) {
                Path file = ready.next();
                if (!open.containsKey(file)) {
                    take(file);
                    orders = waiting(max);
                }
            }
            return orders;
        } catch (IOException e) {
            throw new ChannelException("the folder cannot be read: " + e, e);
        }
    }

    private List<IncomingOrder> waiting(int max) {
        return open.values().stream().flatMap(List::stream).limit(max).toList();
    }

    private void take(Path file) throws IOException {
        OrderFile read = folder.read(file);
        if (read.problems().isEmpty()) {
            open.put(file, new ArrayList<>(read.orders()));
        } else {
            folder.failed(file, read.problems());
        }
    }

    @Override
    public void accepted(List<IncomingOrder> orders) throws ChannelException {
        Set<String> safe = orders.stream().map(IncomingOrder::externalId).collect(Collectors.toSet());
        try {
            for (Iterator<Map.Entry<Path, List<IncomingOrder>>> files = open.entrySet().iterator(); files.hasNext();) {
                Map.Entry<Path, List<IncomingOrder>> file = files.next();
                file.getValue().removeIf(o -> safe.contains(o.externalId()));
                if (file.getValue().isEmpty()) {
                    files.remove();
                    folder.done(file.getKey());
                }
            }
        } catch (IOException e) {
            throw new ChannelException("a file could not be moved to done: " + e, e);
        }
    }

    @Override
    public Duration interval() {
        return interval;
    }
}
