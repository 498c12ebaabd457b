import * as echarts from 'echarts';

const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Colours of the page's own theme, so that brand themes colour the charts, too. */
function theme() {
  const axis = { axisLine: { lineStyle: { color: css('--lumo-contrast-20pct') } }, axisLabel: { color: css('--lumo-secondary-text-color') },
    splitLine: { lineStyle: { color: css('--lumo-contrast-10pct') } } };
  const series = [1, 2, 3, 4, 5, 6, 7, 8].map(n => css(`--amphora-chart-${n}`)).filter(Boolean);
  return {
    ...(series.length ? { color: series } : {}),
    backgroundColor: 'transparent',
    textStyle: { fontFamily: css('--lumo-font-family'), color: css('--lumo-body-text-color') },
    title: { textStyle: { color: css('--lumo-header-text-color') }, subtextStyle: { color: css('--lumo-secondary-text-color') } },
    legend: { textStyle: { color: css('--lumo-secondary-text-color') } },
    tooltip: { backgroundColor: css('--amphora-surface') || css('--lumo-base-color'), borderColor: css('--lumo-contrast-20pct'), textStyle: { color: css('--lumo-body-text-color') } },
    categoryAxis: axis, valueAxis: axis, timeAxis: axis, logAxis: axis,
  };
}

const list = x => x === undefined ? [] : [].concat(x);

/** <console-echart>: "option" is an ECharts option object as JSON, "format" how numbers read: "" (plain), "percent" or a currency code. */
class ConsoleEChart extends HTMLElement {
  #chart;
  #option;
  #format = '';
  #size = new ResizeObserver(() => this.#chart?.resize());
  #restyle = () => { if (this.#chart) { this.#close(); this.#open(); } };

  get option() { return this.#option; }
  set option(json) { this.#option = json; this.#draw(); }
  get format() { return this.#format; }
  set format(format) { this.#format = format ?? ''; this.#draw(); }

  connectedCallback() {
    for (const name of ['option', 'format']) {   // set before the class was loaded
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    this.#open();
    this.#size.observe(this);
    window.addEventListener('amphora-theme', this.#restyle);
  }

  disconnectedCallback() {
    window.removeEventListener('amphora-theme', this.#restyle);
    this.#size.disconnect();
    this.#close();
  }

  #open() {
    this.#chart = echarts.init(this, theme(), { locale: document.documentElement.lang.startsWith('zh') ? 'ZH' : 'EN' });
    this.#chart.on('click', p => this.dispatchEvent(new CustomEvent('chart-click',
      { detail: { seriesName: p.seriesName ?? '', name: p.name ?? '', dataIndex: p.dataIndex ?? -1 } })));
    this.#draw();
  }

  #close() {
    this.#chart?.dispose();
    this.#chart = undefined;
  }

  #draw() {
    if (!this.#chart || !this.#option) return;
    const option = JSON.parse(this.#option);
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    option.aria = { enabled: true, ...option.aria };
    if (still) option.animation = false;
    const text = (format, compact) => {
      const numbers = this.#numbers(format, compact);
      return v => typeof v === 'number' ? numbers.format(v) : v;
    };
    option.tooltip &&= { ...option.tooltip, valueFormatter: text(this.#format, false) };
    for (const series of list(option.series)) {   // one with numbers of its own: the shares beside amounts
      if (series.numberFormat) series.tooltip = { valueFormatter: text(series.numberFormat, false), ...series.tooltip };
    }
    for (const axis of [...list(option.xAxis), ...list(option.yAxis)]) {
      if (axis.type === 'value') axis.axisLabel = { formatter: text(axis.numberFormat ?? this.#format, true), ...axis.axisLabel };
    }
    this.#chart.setOption(option, true);
  }

  #numbers(format, compact) {
    const lang = document.documentElement.lang || undefined;
    const style = format === 'percent' ? { style: 'percent', maximumFractionDigits: 1 } : format ? { style: 'currency', currency: format } : {};
    return new Intl.NumberFormat(lang, compact ? { ...style, notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 1 } : style);
  }
}
customElements.define('console-echart', ConsoleEChart);
