package io.amphora.order.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.common.Messages;
import io.amphora.common.Problem;
import io.amphora.order.api.OrderAction;
import io.amphora.order.api.OrderStatus;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {
    private final ProblemTexts texts = new ProblemTexts();
    private final Problem problem = Problem.of("", "order.illegal", "{0} is not possible: order {1} is {2}; possible now: {3}", OrderAction.PICK, "A-7", OrderStatus.DRAFT,
            List.of(OrderAction.CANCEL));

    ProblemTextsTest() {
        Map<String, String> chinese = Map.of("problem.order.illegal", "无法执行 {0}：订单 {1} 的状态为 {2}；当前可执行：{3}", "order.status.draft", "草稿", "order.action.pick", "拣货",
                "order.action.cancel", "取消");
        texts.messages = List.of(new Messages("none") {
            @Override
            public String find(String key, Locale locale) {
                return locale.getLanguage().equals("zh") ? chinese.get(key) : null;
            }
        });
    }

    @Test
    void theFirstLanguageThatIsAcceptableCounts() {
        assertThat(texts.of(problem, List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH))).isEqualTo("无法执行 拣货：订单 A-7 的状态为 草稿；当前可执行：取消");
    }

    @Test
    void anyLanguageIsEnglish() {
        assertThat(texts.of(problem, List.of(new Locale("*")))).isEqualTo(texts.of(problem, List.of())).isEqualTo("pick is not possible: order A-7 is draft; possible now: cancel");
    }
}
