// Small charts of the last minutes: a title, the present values in words, and lines. Drawn by uPlot.

import {html, render} from './lib/lit-html/lit-html.js';
import {themeColor} from './kinds.js';

const HEIGHT = 48;

export class SmallChart {
  // A series: {name, label, color (a CSS variable), dash}. Format makes a text of a value.
  constructor(host, title, series, format) {
    Object.assign(this, {host, title, series, format});
    host.classList.add('chart');
    render(html`<h2>${title}</h2><p class="values"></p><div class="plot" aria-hidden="true"></div>`, host);
    this.plotHost = host.querySelector('.plot');
    this.columns = [[], ...series.map(() => [])];
    new ResizeObserver(() => this.resize()).observe(this.plotHost);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.make());
    this.make();
  }

  make() {
    this.plot?.destroy();
    this.plot = new uPlot({
      width: Math.max(40, this.plotHost.clientWidth),
      height: HEIGHT,
      legend: {show: false},
      cursor: {show: false},
      padding: [4, 0, 2, 0],
      scales: {x: {time: true}, y: {range: (plot, low, high) => [0, Math.max(1, high * 1.1)]}},
      axes: [{show: false}, {show: false}],
      series: [{}, ...this.series.map(each => this.line(each))],
    }, this.columns, this.plotHost);
  }

  line({color, dash, fill}) {
    return {stroke: themeColor(color), width: 1.5, dash, fill: fill ? themeColor(color) + '22' : undefined, points: {show: false}, spanGaps: true};
  }

  resize() {
    const width = this.plotHost.clientWidth;
    if (width > 0 && width !== this.plot.width) {
      this.plot.setSize({width, height: HEIGHT});
    }
  }

  // Numbers: the times in seconds and a list for each series.
  show(numbers) {
    this.columns = [numbers.time, ...this.series.map(({name}) => numbers[name])];
    this.plot.setData(this.columns);
    render(this.series.map((each, i) => html`<span class="value"><i class="line s-${each.name}" aria-hidden="true"></i>${
        each.label ? each.label + ' ' : ''}<b>${this.last(i + 1)}</b></span> `), this.host.querySelector('.values'));
  }

  last(column) {
    const value = this.columns[column].at(-1);
    return value === null || value === undefined ? '\u2013' : this.format(value);
  }
}
