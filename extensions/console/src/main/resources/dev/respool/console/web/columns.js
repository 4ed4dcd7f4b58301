// The columns of the table of tasks.

import {html, nothing} from './lib/lit-html/lit-html.js';
import {drawLane, laneText, marks} from './timeline.js';
import {keyOf, kindOf} from './kinds.js';
import {duration} from './format.js';

const words = (a, b) => (a ?? '').localeCompare(b ?? '');

export function columns(app) {
  const {store} = app;
  const severalLoops = () => store.loops.size > 1;
  return [
    {
      id: 'task', title: 'Task', sortable: true,
      compare: (a, b) => a.loop - b.loop || a.id - b.id,
      cell: row => html`<span class="number">${severalLoops() ? row.loop + ':' : ''}${row.id}</span>${
          row.name ? html` <span class="name" title=${row.name}>${row.name}</span>` : nothing}`,
    },
    {
      id: 'state', title: 'State', sortable: true,
      compare: (a, b) => words(kindOf(keyOf(a)).label, kindOf(keyOf(b)).label),
      cell: row => html`<canvas class="swatch" data-kind=${keyOf(row)} aria-hidden="true"></canvas> ${kindOf(keyOf(row)).label}`,
    },
    {
      id: 'waits', title: 'Waits for', sortable: true,
      compare: (a, b) => words(a.waits, b.waits),
      cell: row => html`${row.cancelled ? html`<span class="badge">cancelled</span> ` : nothing}<span title=${row.waits ?? ''}>${row.waits ?? ''}</span>`,
    },
    {
      id: 'source', title: 'Source', sortable: true,
      compare: (a, b) => words(a.source, b.source),
      cell: row => row.source ? html`<code title=${row.source}>${shortSource(row.source)}</code>` : nothing,
    },
    {
      id: 'age', title: 'For at least', sortable: true, descendingFirst: true,
      compare: (a, b) => (b.since ?? Infinity) - (a.since ?? Infinity) || 0,
      cell: row => row.since ? duration(store.now() - row.since) : nothing,
    },
    {
      id: 'lane', title: 'Last minute',
      header: () => html`<span class="marks">${marks(app.span).map(({text}) => html`<span>${text}</span>`)}</span>`,
      cell: row => html`<canvas class="lane" role="img" aria-label=${laneText(store.history.of(row.key), store.history.now, app.span)}></canvas>`,
      drawn: (canvas, row) => drawLane(canvas, store.history.of(row.key), store.history.now, app.span),
    },
  ];
}

// com.acme.Pump.drain(Pump.java:41) without the package.
function shortSource(source) {
  const end = source.indexOf('(');
  const parts = source.slice(0, end).replace(/^.*\//, '').split('.');
  return parts.slice(-2).join('.') + source.slice(end).replace(/^\((?:[^:]*)(:\d+)?\)$/, '$1');
}
