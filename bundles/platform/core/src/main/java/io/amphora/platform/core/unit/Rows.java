package io.amphora.platform.core.unit;

import java.lang.reflect.Method;
import java.util.BitSet;
import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.descriptors.ObjectBuilder;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.sessions.DatabaseRecord;
import org.eclipse.persistence.sessions.Session;

/**
 * Rows that are written know which columns they have. EclipseLink's own compare the name of each column with those of all before it, which for the sixty of an order is 3 % of the
 * CPU of placing it. EclipseLink makes this by name.
 */
public final class Rows implements SessionCustomizer {
    @Override
    public void customize(Session session) {
        session.getDescriptors().values().forEach(Rows::build);
    }

    private static void build(ClassDescriptor descriptor) {
        try {
            // the only way in; whoever updates EclipseLink and finds it closed may leave this class out
            Method set = ClassDescriptor.class.getDeclaredMethod("setObjectBuilder", ObjectBuilder.class);
            set.setAccessible(true);
            set.invoke(descriptor, new Builder(descriptor));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Builder extends ObjectBuilder {
        private static final long serialVersionUID = 1L;

        Builder(ClassDescriptor descriptor) {
            super(descriptor);
        }

        @Override
        public AbstractRecord createRecord(AbstractSession session) {
            return new Row(descriptor.getFields().size());
        }
    }

    /** Columns have an index within their descriptor. Any that came another way makes this an ordinary record. */
    private static final class Row extends DatabaseRecord {
        private static final long serialVersionUID = 1L;

        private final BitSet there;
        private int known;

        Row(int columns) {
            super(Math.max(columns, 1));
            there = new BitSet(columns);
        }

        @Override
        public Object put(DatabaseField column, Object value) {
            int index = column.getIndex();
            if (index < 0 || known != size() || there.get(index)) {
                return super.put(column, value);
            }
            there.set(index);
            known++;
            add(column, value);
            return null;
        }

        /** A copy is an ordinary record, as the two would share what they know. */
        @Override
        public AbstractRecord clone() {
            Row copy = (Row) super.clone();
            copy.known = -1;
            return copy;
        }
    }
}
