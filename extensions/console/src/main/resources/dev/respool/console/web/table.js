// A table of many rows of which only the visible ones are in the document. One tab stop: the arrow keys move the active
// row, Enter opens it. With levels it is a tree: the left and right arrows close and open rows. Knows nothing of tasks.

import {html, nothing, render} from './lib/lit-html/lit-html.js';

const ROW = 28; // pixels, as in style.css
const BEYOND = 6; // rows that are rendered above and below what is visible

export class RowTable {
  // A column: {id, title, cell(row), sortable, drawn(canvas, row), header()}. Options: label, open(row), sort(column),
  // toggle(row) for trees, empty() for what is shown if there is nothing.
  constructor(host, columns, options) {
    this.columns = columns;
    this.options = options;
    this.items = [];
    this.activeKey = null;
    this.selectedKey = null;
    this.sorted = {id: null, descending: false};
    this.asTree = false;
    this.host = host;
    render(this.frame(), host);
    this.scroller = host.querySelector('.table');
    this.scroller.addEventListener('scroll', () => this.later(), {passive: true});
    this.scroller.addEventListener('keydown', event => this.key(event));
    new ResizeObserver(() => this.later()).observe(this.scroller);
  }

  frame() {
    return html`<div class="table" tabindex="0">
      <div class="thead" role="rowgroup"></div>
      <div class="tbody" role="rowgroup"><div class="window" role="presentation"></div></div>
    </div>`;
  }

  // The rows in their order: {key, row, level, expanded}, the last two for trees; expanded is null if it has no children.
  show(items, asTree) {
    this.items = items;
    this.asTree = asTree;
    this.indices = null;
    this.draw();
  }

  // Where a row stands; -1 if it does not.
  index(key) {
    this.indices ??= new Map(this.items.map((item, index) => [item.key, index]));
    return this.indices.get(key) ?? -1;
  }

  later() {
    this.scheduled ??= requestAnimationFrame(() => {
      this.scheduled = null;
      this.draw();
    });
  }

  draw() {
    const {scroller} = this;
    const head = scroller.querySelector('.thead');
    const body = scroller.querySelector('.tbody');
    const strip = scroller.querySelector('.window');
    const first = Math.max(0, Math.floor(scroller.scrollTop / ROW) - BEYOND);
    const visible = Math.ceil(scroller.clientHeight / ROW) + 2 * BEYOND;
    const shown = this.items.slice(first, first + visible);
    body.style.height = this.items.length * ROW + 'px';
    strip.style.transform = `translateY(${first * ROW}px)`;
    this.describe(first, shown);
    render(this.head(), head);
    render(shown.length ? shown.map((item, i) => this.row(item, first + i)) : this.options.empty(), strip);
    this.finish(strip, shown);
  }

  describe(first, shown) {
    const {scroller} = this;
    scroller.setAttribute('role', this.asTree ? 'treegrid' : 'grid');
    scroller.setAttribute('aria-label', this.options.label());
    scroller.setAttribute('aria-rowcount', this.items.length + 1);
    const active = this.index(this.activeKey);
    if (active >= first && active < first + shown.length) {
      scroller.setAttribute('aria-activedescendant', 'row-' + this.activeKey);
    } else {
      scroller.removeAttribute('aria-activedescendant');
    }
  }

  head() {
    return html`<div role="row" class="row" aria-rowindex="1">${this.columns.map(column => this.header(column))}</div>`;
  }

  header(column) {
    const sorted = this.sorted.id === column.id;
    const direction = this.sorted.descending ? 'descending' : 'ascending';
    return html`<div role="columnheader" class="cell c-${column.id}" aria-sort=${sorted && !this.asTree ? direction : nothing}>
      ${column.sortable && !this.asTree
          ? html`<button type="button" class="sort" @click=${() => this.sort(column)}>${column.title}<span
              aria-hidden="true">${sorted ? (this.sorted.descending ? ' \u25be' : ' \u25b4') : ''}</span></button>`
          : column.header ? column.header() : column.title}
    </div>`;
  }

  row(item, index) {
    const {row, key} = item;
    return html`<div role="row" class="row ${key === this.activeKey ? 'active' : ''}" id="row-${key}"
        aria-rowindex=${index + 2} aria-selected=${key === this.selectedKey ? 'true' : 'false'}
        aria-level=${this.asTree ? item.level + 1 : nothing}
        aria-expanded=${this.asTree && item.expanded !== null ? String(item.expanded) : nothing}
        @click=${() => this.click(item)}>
      ${this.columns.map((column, i) => html`<div role="gridcell" class="cell c-${column.id}">${
          i === 0 && this.asTree ? this.twisty(item) : nothing}${column.cell(row)}</div>`)}
    </div>`;
  }

  twisty(item) {
    return html`<span class="indent level-${Math.min(item.level, 12)}" aria-hidden="true"></span><span class="twisty"
        aria-hidden="true" @click=${event => this.toggle(item, event)}>${
        item.expanded === null ? '' : item.expanded ? '\u25be' : '\u25b8'}</span>`;
  }

  // What cannot be said in a template.
  finish(strip, shown) {
    const lanes = this.columns.filter(column => column.drawn);
    shown.forEach((item, i) => {
      const element = strip.children[i];
      for (const column of lanes) {
        column.drawn(element.querySelector('.c-' + column.id + ' canvas'), item.row);
      }
    });
    this.options.drawn?.(strip);
  }

  sort(column) {
    const again = this.sorted.id === column.id;
    this.sorted = {id: column.id, descending: again ? !this.sorted.descending : Boolean(column.descendingFirst)};
    this.options.sort();
  }

  toggle(item, event) {
    event?.stopPropagation();
    if (item.expanded !== null) {
      this.options.toggle(item.row);
    }
  }

  click(item) {
    this.activeKey = item.key;
    this.open(item);
  }

  open(item) {
    this.selectedKey = item.key;
    this.options.open(item.row);
    this.draw();
  }

  key(event) {
    if (event.target !== this.scroller || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const at = this.index(this.activeKey);
    const page = Math.max(1, Math.floor(this.scroller.clientHeight / ROW) - 2);
    const moves = {ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: this.items.length - 1};
    if (event.key in moves) {
      this.activate(moves[event.key]);
    } else if (event.key === 'Enter' && at >= 0) {
      this.open(this.items[at]);
    } else if (!this.asTree || at < 0 || !this.treeKey(event.key, at)) {
      return;
    }
    event.preventDefault();
  }

  treeKey(key, at) {
    const item = this.items[at];
    if (key === 'ArrowRight' && item.expanded === false || key === 'ArrowLeft' && item.expanded === true || key === ' ') {
      this.toggle(item);
    } else if (key === 'ArrowRight' && item.expanded) {
      this.activate(at + 1);
    } else if (key === 'ArrowLeft') {
      this.activate(this.items.slice(0, at).findLastIndex(other => other.level < item.level));
    } else {
      return false;
    }
    return true;
  }

  // Makes a row active and scrolls to it.
  activate(index) {
    if (this.items.length === 0 || index < 0 && this.activeKey !== null && this.index(this.activeKey) === 0) {
      return;
    }
    const to = Math.min(Math.max(index, 0), this.items.length - 1);
    this.activeKey = this.items[to].key;
    const head = this.scroller.querySelector('.thead').offsetHeight;
    const top = to * ROW;
    const room = this.scroller.clientHeight - head - ROW;
    if (top < this.scroller.scrollTop) {
      this.scroller.scrollTop = top;
    } else if (top > this.scroller.scrollTop + room) {
      this.scroller.scrollTop = top - room;
    }
    this.draw();
  }

  focus() {
    this.scroller.focus();
  }
}

// Rows with parents as items of a tree: {key, row, level, expanded}. A row whose parent is not among them is a root.
export function treeItems(rows, {id, parent, collapsed}) {
  const children = new Map();
  const known = new Set(rows.map(id));
  for (const row of rows) {
    const above = known.has(parent(row)) ? parent(row) : null;
    if (!children.has(above)) {
      children.set(above, []);
    }
    children.get(above).push(row);
  }
  const items = [];
  const open = (children.get(null) ?? []).map(row => ({row, level: 0})).reverse();
  while (open.length > 0) {
    const {row, level} = open.pop();
    const below = children.get(id(row)) ?? [];
    const expanded = below.length === 0 ? null : !collapsed.has(row.key);
    items.push({key: row.key, row, level, expanded});
    if (expanded) {
      for (let i = below.length - 1; i >= 0; i--) {
        open.push({row: below[i], level: level + 1});
      }
    }
  }
  return items;
}
