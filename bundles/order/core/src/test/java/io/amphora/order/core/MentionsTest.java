package io.amphora.order.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MentionsTest {
    @Test
    void findsNamesButNoAddresses() {
        assertThat(Mentions.in("@mia please ask @wang.li. Not ada@example.com, but (@小明) and @mia again")).containsExactly("mia", "wang.li", "小明");
        assertThat(Mentions.in("nobody @ all")).isEmpty();
        assertThat(Mentions.json("hi @mia \"x\"")).isEqualTo(",\"mentions\":[\"mia\"],\"text\":\"hi @mia \\\"x\\\"\"");
        assertThat(Mentions.json("hi")).isEmpty();
    }
}
