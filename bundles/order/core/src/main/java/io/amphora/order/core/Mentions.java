package io.amphora.order.core;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Who is named in a remark: {@code @mia}. Whether there is such a person is for those to say who tell people. */
final class Mentions {
    private static final int MOST = 20;
    /** Not within an e-mail address; a full stop ends a sentence, not a name. */
    private static final Pattern NAME = Pattern.compile("(?<![\\p{L}\\p{N}._-])@([\\p{L}\\p{N}](?:[\\p{L}\\p{N}._-]{0,98}[\\p{L}\\p{N}])?)");

    private Mentions() {
    }

    static Set<String> in(String text) {
        Set<String> names = new LinkedHashSet<>();
        for (Matcher m = NAME.matcher(text); m.find() && names.size() < MOST; ) {
            names.add(m.group(1));
        }
        return names;
    }

    /** A further member of an event's JSON, empty if nobody is named. */
    static String json(String text) {
        Set<String> names = in(text);
        return names.isEmpty() ? "" : ",\"mentions\":[" + names.stream().map(Texts::json).collect(Collectors.joining(",")) + "],\"text\":" + Texts.json(Texts.cut(text, 300));
    }
}
