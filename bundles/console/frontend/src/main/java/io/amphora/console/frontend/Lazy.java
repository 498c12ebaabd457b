package io.amphora.console.frontend;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.accordion.Accordion;
import com.vaadin.flow.component.accordion.AccordionPanel;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.avatar.AvatarGroup;
import com.vaadin.flow.component.card.Card;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.listbox.ListBox;
import com.vaadin.flow.component.listbox.ListBoxBase;
import com.vaadin.flow.component.listbox.MultiSelectListBox;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginOverlay;
import com.vaadin.flow.component.markdown.Markdown;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.splitlayout.SplitLayout;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.internal.DependencyTrigger;
import io.amphora.console.runtime.chart.EChart;

/**
 * Build time only: the chunks of the front end that are loaded on demand. Flow makes a chunk per route, whose key
 * would be the view's class name; with {@link DependencyTrigger} the keys are those of the components. At run time
 * Flow asks for the chunks of a component's class and superclasses, so views that the build does not know get theirs.
 */
final class Lazy {
    private Lazy() {
    }

    @Tag("chunk")
    @SuppressWarnings("serial")
    abstract static class Chunk extends Component {
    }

    @Route("accordion-chunk")
    @DependencyTrigger({Accordion.class, AccordionPanel.class, Details.class})
    @Uses(Accordion.class)
    @Uses(AccordionPanel.class)
    @Uses(Details.class)
    static class AccordionChunk extends Chunk {
    }

    @Route("avatar-chunk")
    @DependencyTrigger({Avatar.class, AvatarGroup.class})
    @Uses(Avatar.class)
    @Uses(AvatarGroup.class)
    static class AvatarChunk extends Chunk {
    }

    @Route("card-chunk")
    @DependencyTrigger({Card.class})
    @Uses(Card.class)
    static class CardChunk extends Chunk {
    }

    @Route("customfield-chunk")
    @DependencyTrigger({CustomField.class})
    @Uses(CustomField.class)
    static class CustomFieldChunk extends Chunk {
    }

    @Route("formlayout-chunk")
    @DependencyTrigger({FormLayout.class, FormLayout.FormItem.class, FormLayout.FormRow.class})
    @Uses(FormLayout.class)
    @Uses(FormLayout.FormItem.class)
    @Uses(FormLayout.FormRow.class)
    static class FormLayoutChunk extends Chunk {
    }

    @Route("listbox-chunk")
    @DependencyTrigger({ListBoxBase.class, ListBox.class, MultiSelectListBox.class})
    @Uses(ListBox.class)
    @Uses(MultiSelectListBox.class)
    static class ListBoxChunk extends Chunk {
    }

    @Route("login-chunk")
    @DependencyTrigger({LoginForm.class, LoginOverlay.class})
    @Uses(LoginForm.class)
    @Uses(LoginOverlay.class)
    static class LoginChunk extends Chunk {
    }

    @Route("markdown-chunk")
    @DependencyTrigger({Markdown.class})
    @Uses(Markdown.class)
    static class MarkdownChunk extends Chunk {
    }

    @Route("masterdetaillayout-chunk")
    @DependencyTrigger({MasterDetailLayout.class})
    @Uses(MasterDetailLayout.class)
    static class MasterDetailLayoutChunk extends Chunk {
    }

    @Route("progressbar-chunk")
    @DependencyTrigger({ProgressBar.class})
    @Uses(ProgressBar.class)
    static class ProgressBarChunk extends Chunk {
    }

    @Route("radiobutton-chunk")
    @DependencyTrigger({RadioButtonGroup.class})
    @Uses(RadioButtonGroup.class)
    static class RadioButtonChunk extends Chunk {
    }

    @Route("splitlayout-chunk")
    @DependencyTrigger({SplitLayout.class})
    @Uses(SplitLayout.class)
    static class SplitLayoutChunk extends Chunk {
    }

    @Route("tabs-chunk")
    @DependencyTrigger({Tab.class, Tabs.class, TabSheet.class})
    @Uses(Tab.class)
    @Uses(Tabs.class)
    @Uses(TabSheet.class)
    static class TabsChunk extends Chunk {
    }

    @Route("fields-chunk")
    @DependencyTrigger({BigDecimalField.class, EmailField.class, IntegerField.class, NumberField.class, PasswordField.class, TextArea.class})
    @Uses(BigDecimalField.class)
    @Uses(EmailField.class)
    @Uses(IntegerField.class)
    @Uses(NumberField.class)
    @Uses(PasswordField.class)
    @Uses(TextArea.class)
    static class FieldsChunk extends Chunk {
    }

    @Route("upload-chunk")
    @DependencyTrigger({Upload.class})
    @Uses(Upload.class)
    static class UploadChunk extends Chunk {
    }

    @Route("echart-chunk")
    @DependencyTrigger({EChart.class})
    @Uses(EChart.class)
    static class EChartChunk extends Chunk {
    }
}
