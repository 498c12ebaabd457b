package io.amphora.console.runtime.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasAriaLabel;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.shared.Registration;

/**
 * An Apache ECharts chart in the colours of the theme, described to screen readers, sized by CSS (give it a height). Its script is a chunk of the
 * front end, loaded when the first chart appears. Value axes and tooltips show numbers as the user's language does.
 */
@Tag("console-echart")
@NpmPackage(value = "echarts", version = "6.1.0")
@JsModule("./console-echart.js")
public class EChart extends Component implements HasSize, HasStyle, HasAriaLabel {
    private static final long serialVersionUID = 1L;

    /** Somebody clicked a bar, slice or point: show the rows behind it. */
    @DomEvent("chart-click")
    public static class ChartClick extends ComponentEvent<EChart> {
        private static final long serialVersionUID = 1L;

        private final String seriesName;
        private final String name;
        private final int dataIndex;

        public ChartClick(EChart source, boolean fromClient, @EventData("event.detail.seriesName") String seriesName,
                @EventData("event.detail.name") String name, @EventData("event.detail.dataIndex") int dataIndex) {
            super(source, fromClient);
            this.seriesName = seriesName;
            this.name = name;
            this.dataIndex = dataIndex;
        }

        public String seriesName() {
            return seriesName;
        }

        /** Category or slice. */
        public String name() {
            return name;
        }

        /** Position in the series' data; comes from the browser, check it. */
        public int dataIndex() {
            return dataIndex;
        }
    }

    /** @param option ECharts option object, as JSON; only data, no functions */
    public EChart(String option) {
        addClassName("chart");
        setOption(option);
    }

    /** Replaces the one before. */
    public final void setOption(String option) {
        getElement().setProperty("option", option);
    }

    /** @param format how numbers read: empty (plain), {@code percent} (0.25 is 25 %) or a currency code; a series or axis of the option may have its own {@code numberFormat} */
    public void setNumberFormat(String format) {
        getElement().setProperty("format", format);
    }

    public Registration addClickListener(ComponentEventListener<ChartClick> listener) {
        return addListener(ChartClick.class, listener);
    }
}
