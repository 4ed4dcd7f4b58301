// The page: puts the parts together, and holds what the person has chosen.

import {html, nothing, render} from './lib/lit-html/lit-html.js';
import {ask, Store} from './store.js';
import {RowTable, treeItems} from './table.js';
import {OpenedTask} from './opened.js';
import {SmallChart} from './charts.js';
import {columns} from './columns.js';
import {filterBar, Filters} from './filters.js';
import {footer, headerBar, notices} from './header.js';
import {waitsView} from './waits.js';
import {slowView} from './slow.js';
import {helpDialog} from './help.js';
import {drawSwatches} from './kinds.js';
import {count} from './format.js';

const TABS = ['tasks', 'waits', 'slow'];
const SEARCH_AFTER = 400; // milliseconds after the last key
const SAY_AFTER = 700;

class App {
  constructor() {
    this.store = new Store();
    this.filters = new Filters(() => this.filtersChanged());
    this.tab = 'tasks';
    this.span = 60000;
    this.collapsed = new Set();
    this.held = false;
    this.found = null; // what the server has found, if it had to search
    render(this.shell(), document.body);
    this.find = selector => document.querySelector(selector);
    this.makeTable();
    this.makeCharts();
    this.opened = new OpenedTask(this, this.find('.detail'));
    this.store.addEventListener('change', () => this.held || this.update());
    this.store.addEventListener('connection', () => this.connectionChanged());
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => requestAnimationFrame(() => this.update()));
    document.addEventListener('keydown', event => this.key(event));
    this.update();
    this.store.connect();
  }

  shell() {
    return html`
      <a class="skip" href="#main">Skip to the tasks</a>
      <header class="top"></header>
      <div class="notices"></div>
      <section class="charts" aria-label="Rates and queues of the last five minutes">
        <div></div><div></div><div></div><div></div>
      </section>
      <main id="main" tabindex="-1">
        <div class="tabs"></div>
        <div class="panel" id="panel-tasks" role="tabpanel" aria-labelledby="tab-tasks">
          <div class="filters"></div>
          <div class="tasks"></div>
        </div>
        <div class="panel" id="panel-waits" role="tabpanel" aria-labelledby="tab-waits" hidden></div>
        <div class="panel" id="panel-slow" role="tabpanel" aria-labelledby="tab-slow" hidden></div>
        <aside class="detail" aria-label="Detail of a task" hidden></aside>
      </main>
      <footer class="bottom"></footer>
      <div class="said" role="status"></div>
      <div class="help"></div>`;
  }

  makeTable() {
    this.table = new RowTable(this.find('.tasks'), columns(this), {
      label: () => this.asTree() ? 'Tree of tasks' : 'Tasks',
      open: row => this.open(row.loop, row.id),
      sort: () => this.update(),
      toggle: row => this.toggle(row),
      empty: () => html`<p class="empty" role="row"><span role="gridcell">${this.emptyText()}</span></p>`,
      drawn: strip => drawSwatches(strip),
    });
  }

  emptyText() {
    if (!this.store.state) {
      return 'Waiting for the first picture of the program …';
    }
    return this.filters.isActive() ? 'No task matches.' : 'No tasks. As soon as an event loop has some, they are here.';
  }

  makeCharts() {
    const [live, rates, turns, queues] = document.querySelectorAll('.charts > div');
    const whole = value => count(Math.round(value));
    const rate = value => count(value < 10 ? Math.round(value * 10) / 10 : Math.round(value)) + '/s';
    this.charts = [
      new SmallChart(live, 'Tasks alive', [{name: 'live', color: '--chart-1', fill: true}], whole),
      new SmallChart(rates, 'Started and ended', [
        {name: 'started', label: 'started', color: '--chart-1'},
        {name: 'ended', label: 'ended', color: '--chart-2', dash: [4, 3]}], rate),
      new SmallChart(turns, 'Turns of the loops', [{name: 'turns', color: '--chart-1'}], rate),
      new SmallChart(queues, 'Queues', [
        {name: 'runnable', label: 'runnable', color: '--chart-1'},
        {name: 'posted', label: 'posted', color: '--chart-2', dash: [4, 3]},
        {name: 'timers', label: 'timers', color: '--chart-3', dash: [1, 2]},
        {name: 'channels', label: 'sockets', color: '--chart-4', dash: [8, 3]},
        {name: 'operations', label: 'outside', color: '--chart-5', dash: [8, 2, 2, 2]}], whole),
    ];
  }

  asTree() {
    return this.filters.view === 'tree';
  }

  toggle(row) {
    if (!this.collapsed.delete(row.key)) {
      this.collapsed.add(row.key);
    }
    this.update();
  }

  // Everything that depends on the program or on what was chosen.
  update() {
    const {store} = this;
    const all = this.found ? this.found.rows : store.rows();
    const rows = all.filter(row => this.filters.matches(row, store.now()));
    this.matching = rows.length;
    render(headerBar(this), this.find('.top'));
    render(notices(this), this.find('.notices'));
    this.charts.forEach(chart => chart.show(store.numbers));
    this.drawTabs();
    render(filterBar(this.filters, store, this.matching, all.length, this), this.find('.filters'));
    drawSwatches(this.find('.filters'));
    this.table.show(this.items(rows), this.asTree());
    render(footer(this), this.find('.bottom'));
    this.opened.draw();
  }

  items(rows) {
    if (this.asTree()) {
      return treeItems(rows, {id: row => row.key, parent: row => row.loop + ':' + row.parent, collapsed: this.collapsed});
    }
    const {id, descending} = this.table.sorted;
    const column = this.table.columns.find(column => column.id === id);
    if (column) {
      rows.sort((a, b) => (descending ? -1 : 1) * column.compare(a, b) || a.loop - b.loop || a.id - b.id);
    }
    return rows.map(row => ({key: row.key, row, level: 0, expanded: null}));
  }

  drawTabs() {
    const loops = [...this.store.loops.values()];
    const cycles = loops.reduce((sum, loop) => sum + (loop.cycles?.length ?? 0), 0);
    const titles = {
      tasks: 'Tasks',
      waits: html`Waits ${cycles ? html`<span class="badge bad">${cycles} deadlock${cycles === 1 ? '' : 's'}</span>` : nothing}`,
      slow: html`Slow slices ${this.store.slow.length ? html`<span class="badge">${this.store.slow.length}</span>` : nothing}`,
    };
    render(html`<div role="tablist" aria-label="Views" @keydown=${event => this.tabKey(event)}>${TABS.map(tab => html`
      <button type="button" role="tab" id="tab-${tab}" aria-controls="panel-${tab}" aria-selected=${String(tab === this.tab)}
        tabindex=${tab === this.tab ? 0 : -1} @click=${() => this.choose(tab)}>${titles[tab]}</button>`)}</div>`, this.find('.tabs'));
    TABS.forEach(tab => { this.find('#panel-' + tab).hidden = tab !== this.tab; });
    const open = (loop, id) => this.open(loop, id);
    if (this.tab === 'waits') {
      render(waitsView(loops, open), this.find('#panel-waits'));
    } else if (this.tab === 'slow') {
      render(slowView(this.store.slow, open), this.find('#panel-slow'));
    }
  }

  choose(tab) {
    this.tab = tab;
    this.update();
  }

  tabKey(event) {
    const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    if (step) {
      this.choose(TABS[(TABS.indexOf(this.tab) + step + TABS.length) % TABS.length]);
      this.find('#tab-' + this.tab).focus();
      event.preventDefault();
    }
  }

  filtersChanged() {
    this.found = null;
    this.update();
    this.table.scroller.scrollTop = 0;
    clearTimeout(this.searching);
    if (this.filters.isActive() && this.isSampled()) {
      this.searching = setTimeout(() => this.search(), SEARCH_AFTER);
    }
    clearTimeout(this.saying);
    this.saying = setTimeout(() => this.say(count(this.matching) + (this.matching === 1 ? ' task matches' : ' tasks match')), SAY_AFTER);
  }

  isSampled() {
    return [...this.store.loops.values()].some(loop => loop.oneIn > 1);
  }

  // What is at hand is a sample: the server looks at all tasks.
  async search() {
    const asked = this.filters.parameters();
    this.find('.filters').classList.add('busy');
    try {
      const answer = await ask('search', asked);
      if (JSON.stringify(asked) === JSON.stringify(this.filters.parameters())) {
        answer.rows.forEach(row => {
          row.key = row.loop + ':' + row.id;
          row.text = [row.id, row.name, row.waits, row.source, row.status, row.kind].join(' ').toLowerCase();
          this.store.history.add(row, answer.time);
        });
        this.found = answer;
        this.update();
      }
    } catch (error) {
      this.say('The search failed: ' + error.message);
    } finally {
      this.find('.filters').classList.remove('busy');
    }
  }

  open(loop, id) {
    return this.opened.open(loop, id);
  }

  hold() {
    this.held = !this.held;
    this.update();
    this.say(this.held ? 'The page is held' : 'The page goes on');
  }

  // Of a loop in virtual time.
  async control(loop, action) {
    try {
      await ask(action, {loop}, {method: 'POST'});
    } catch (error) {
      this.say(error.message);
    }
  }

  connectionChanged() {
    render(headerBar(this), this.find('.top'));
    render(notices(this), this.find('.notices'));
    this.say(this.store.connection.text);
  }

  // For those who hear the page.
  say(text) {
    this.find('.said').textContent = text;
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) {
      return;
    }
    if (event.target.matches('input, select, textarea')) {
      if (event.key === 'Escape' && event.target.matches('input')) {
        this.table.focus();
      }
      return;
    }
    const actions = {
      '/': () => this.focusSearch(),
      '1': () => this.choose('tasks'),
      '2': () => this.choose('waits'),
      '3': () => this.choose('slow'),
      'g': () => this.table.focus(),
      't': () => this.filters.setView(this.asTree() ? 'list' : 'tree'),
      'p': () => this.hold(),
      '?': () => this.help(),
      'Escape': () => this.opened.close(),
    };
    if (actions[event.key]) {
      event.preventDefault();
      actions[event.key]();
    }
  }

  focusSearch() {
    this.choose('tasks');
    this.find('#search').focus();
    this.find('#search').select();
  }

  help() {
    render(helpDialog(), this.find('.help'));
    this.find('.help dialog').showModal();
  }
}

window.respoolConsole = new App(); // for those who look with the browser's tools
