// Search and filters: what the person has chosen, whether a row matches, and the bar that shows it.

import {html, nothing} from './lib/lit-html/lit-html.js';
import {KINDS, keyOf} from './kinds.js';
import {count} from './format.js';

const AGES = [[0, 'any time'], [1000, '1 s'], [10000, '10 s'], [60000, '1 min'], [600000, '10 min']];

export class Filters {
  constructor(changed) {
    this.changed = changed;
    this.words = [];
    this.text = '';
    this.kinds = new Set();
    this.age = 0;
    this.view = 'list';
  }

  search(text) {
    this.text = text;
    this.words = [...text.toLowerCase().matchAll(/"([^"]*)"|\S+/g)].map(match => match[1] ?? match[0]).filter(Boolean);
    this.changed();
  }

  toggleKind(key) {
    if (!this.kinds.delete(key)) {
      this.kinds.add(key);
    }
    this.changed();
  }

  setAge(millis) {
    this.age = millis;
    this.changed();
  }

  setView(view) {
    this.view = view;
    this.changed();
  }

  clear() {
    this.kinds.clear();
    this.age = 0;
    this.search('');
  }

  isActive() {
    return this.words.length > 0 || this.kinds.size > 0 || this.age > 0;
  }

  matches(row, now) {
    return (this.kinds.size === 0 || this.kinds.has(keyOf(row)))
        && (this.age === 0 || row.since && now - row.since >= this.age)
        && this.words.every(word => row.text.includes(word));
  }

  // The same for the server.
  parameters() {
    return {q: this.text, kinds: [...this.kinds].join(','), age: this.age};
  }
}

// How many tasks there are of each kind. All are counted, also those that are not shown.
function counts(store) {
  const sums = new Map();
  const add = (key, n) => sums.set(key, (sums.get(key) ?? 0) + n);
  for (const loop of store.loops.values()) {
    add('RUNNABLE', loop.counts.runnable);
    add('RUNNING', loop.counts.running);
    Object.entries(loop.counts.kinds).forEach(([key, n]) => add(key, n));
  }
  return sums;
}

export function filterBar(filters, store, matching, all, app) {
  const sums = counts(store);
  const shown = KINDS.filter(kind => sums.get(kind.key) > 0 || filters.kinds.has(kind.key));
  return html`
    <div class="line">
      <label class="search"><span class="hidden">Search</span>
        <input id="search" type="search" placeholder="Search: number, name, wait, source   ( / )" autocomplete="off" spellcheck="false"
          .value=${filters.text} @input=${event => filters.search(event.target.value)}></label>
      <label>Waits for at least
        <select @change=${event => filters.setAge(Number(event.target.value))}>${AGES.map(([millis, text]) => html`
          <option value=${millis} ?selected=${millis === filters.age}>${text}</option>`)}</select></label>
      <div class="choice" role="group" aria-label="Order">
        <button type="button" aria-pressed=${String(filters.view === 'list')} @click=${() => filters.setView('list')}>List</button><button
          type="button" aria-pressed=${String(filters.view === 'tree')} @click=${() => filters.setView('tree')}>Tree</button>
      </div>
      <label>Lanes
        <select @change=${event => { app.span = Number(event.target.value); app.update(); }}>
          <option value="60000">1 min</option><option value="300000">5 min</option></select></label>
      <span class="matching">${filters.isActive() ? html`<b>${count(matching)}</b> of ${count(all)} match
        <button type="button" class="link" @click=${() => filters.clear()}>Clear</button>` : nothing}</span>
    </div>
    <div class="kinds" role="group" aria-label="States">${shown.map(kind => html`
      <button type="button" class="kind" title=${kind.hint} aria-pressed=${String(filters.kinds.has(kind.key))}
        @click=${() => filters.toggleKind(kind.key)}><canvas class="swatch" data-kind=${kind.key} aria-hidden="true"></canvas>
        ${kind.label} <b>${count(sums.get(kind.key) ?? 0)}</b></button>`)}</div>`;
}
