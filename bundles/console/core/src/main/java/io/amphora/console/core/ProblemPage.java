package io.amphora.console.core;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.RouterLink;
import io.amphora.console.api.kit.Icons;
import io.amphora.console.api.kit.Texts;

/** What stands where a page cannot be shown: why, and the way home. */
abstract class ProblemPage extends VerticalLayout implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private String title = "";

    final void show(String icon, String titleKey, String text) {
        removeAll();
        title = Texts.of(titleKey);
        addClassName("problem-page");
        Div box = new Div(new Icons(icon), new H1(title), new Paragraph(text), new RouterLink(Texts.of("console.home-link"), HomeView.class));
        box.addClassName("empty-state");
        add(box);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
