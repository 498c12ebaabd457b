package io.amphora.platform.core.unit;

import java.net.URL;
import java.util.List;
import java.util.Objects;

/**
 * EclipseLink's view of the world: its own classes and those of all contributing bundles. It reads class files as resources, too
 * (annotations, by ASM), and leaves out a class it cannot read with no more than a warning. No other resources: nothing is scanned.
 */
final class CompositeLoader extends ClassLoader {
    private final List<ClassLoader> parts;

    CompositeLoader(ClassLoader parent, List<Contribution> members) {
        super(parent);
        this.parts = members.stream().map(Contribution::loader).distinct().toList();
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.startsWith(Rows.class.getName())) {
            return Rows.class.getClassLoader().loadClass(name);
        }
        for (ClassLoader part : parts) {
            try {
                return part.loadClass(name);
            } catch (ClassNotFoundException e) {
                continue;
            }
        }
        throw new ClassNotFoundException(name);
    }

    @Override
    protected URL findResource(String name) {
        return name.endsWith(".class") ? parts.stream().map(p -> p.getResource(name)).filter(Objects::nonNull).findFirst().orElse(null) : null;
    }
}
