// What the page knows of the program: it follows the server's events, and keeps the rows of the tasks, the history of
// each and the numbers of the last minutes. It tells listeners of 'change' and 'connection'.

import {History} from './timeline.js';

const KEPT_NUMBERS = 300;
const AGAIN = 1500; // milliseconds until another try, where the browser does not try itself

export class Store extends EventTarget {
  constructor() {
    super();
    this.loops = new Map(); // by number
    this.slow = [];
    this.connection = {state: 'connecting', text: 'connecting'};
    this.history = new History();
    this.clear();
  }

  clear() {
    this.run = null;
    this.loops.clear();
    this.history.clear();
    this.slow = [];
    this.numbers = {time: [], live: [], started: [], ended: [], turns: [], runnable: [], posted: [], timers: [],
      channels: [], operations: []};
    this.before = null;
  }

  connect() {
    this.source?.close();
    const source = new EventSource('events');
    this.source = source;
    source.addEventListener('state', event => this.receive(event.data));
    source.addEventListener('error', () => this.failed(source));
  }

  // The browser connects again by itself if the connection broke, but not if it was refused.
  async failed(source) {
    this.tell('lost', 'connection lost, trying again');
    if (source.readyState !== EventSource.CLOSED) {
      return;
    }
    try {
      const answer = await fetch('api/hello');
      if (!answer.ok) {
        this.tell('refused', await answer.text());
      }
    } catch {
      // The server has gone. It may come back.
    }
    setTimeout(() => this.connect(), AGAIN);
  }

  tell(state, text) {
    this.connection = {state, text};
    this.dispatchEvent(new Event('connection'));
  }

  receive(data) {
    const state = JSON.parse(data);
    if (this.run !== state.run) {
      this.clear();
      this.run = state.run;
    }
    this.state = state;
    this.clockSkew = Date.now() - state.time;
    this.take(state);
    if (this.connection.state !== 'live') {
      this.tell('live', 'live');
    }
    this.dispatchEvent(new Event('change'));
  }

  take(state) {
    const known = new Set(state.loops.map(loop => loop.number));
    for (const number of [...this.loops.keys()].filter(number => !known.has(number))) {
      this.loops.delete(number);
      this.history.forgetLoop(number);
    }
    for (const loop of state.loops) {
      this.takeLoop(loop, state.time);
    }
    if (state.slow) {
      this.slow = state.slow;
    }
    this.history.end(state.time);
    this.count(state);
  }

  takeLoop(loop, time) {
    let known = this.loops.get(loop.number);
    if (!known || loop.full) {
      const still = new Set(loop.rows.map(row => row.id));
      known?.rows.forEach(row => still.has(row.id) || this.history.finish(row));
      known = {rows: new Map()};
      this.loops.set(loop.number, known);
    }
    for (const row of loop.rows) {
      row.loop = loop.number;
      row.key = loop.number + ':' + row.id;
      row.text = [row.id, row.name, row.waits, row.source, row.status, row.kind].join(' ').toLowerCase();
      known.rows.set(row.id, row);
      this.history.add(row, time);
    }
    for (const id of loop.gone ?? []) {
      this.history.finish(known.rows.get(id));
      known.rows.delete(id);
    }
    Object.assign(known, loop, {rows: known.rows});
  }

  count(state) {
    const sum = of => state.loops.reduce((total, loop) => total + of(loop), 0);
    const live = sum(loop => loop.counts.runnable + loop.counts.running + loop.counts.waiting);
    const now = {time: state.time, live, ended: sum(loop => loop.counts.ended), turns: sum(loop => loop.turns)};
    const rate = this.rates(now);
    const values = {time: state.time / 1000, live, ...rate};
    for (const queue of ['runnable', 'posted', 'timers', 'channels', 'operations']) {
      values[queue] = sum(loop => loop.queues[queue]);
    }
    for (const [name, list] of Object.entries(this.numbers)) {
      list.push(values[name] ?? null);
      if (list.length > KEPT_NUMBERS) {
        list.shift();
      }
    }
    this.before = now;
  }

  // For each second since the last time. A loop that came or went would look like a jump.
  rates(now) {
    const before = this.before;
    if (!before || now.time <= before.time || now.ended < before.ended || now.turns < before.turns) {
      return {started: null, ended: null, turns: null};
    }
    const seconds = (now.time - before.time) / 1000;
    const ended = now.ended - before.ended;
    return {
      started: Math.max(0, now.live - before.live + ended) / seconds,
      ended: ended / seconds,
      turns: (now.turns - before.turns) / seconds,
    };
  }

  // All tasks at hand, of all loops.
  rows() {
    return [...this.loops.values()].flatMap(loop => [...loop.rows.values()]);
  }

  row(loop, id) {
    return this.loops.get(loop)?.rows.get(id);
  }

  // The time in the program, which may be on another machine.
  now() {
    return Date.now() - (this.clockSkew ?? 0);
  }
}

// Asks the server. An error has a text for people.
export async function ask(path, parameters, options) {
  const answer = await fetch('api/' + path + '?' + new URLSearchParams(parameters), options);
  if (!answer.ok) {
    throw new Error(await answer.text());
  }
  return answer.json();
}
