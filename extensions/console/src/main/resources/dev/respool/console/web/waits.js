// The wait-for graph: which tasks wait for which. Tasks that wait for each other come first, because they wait for ever.

import {html, nothing, svg} from './lib/lit-html/lit-html.js';
import {count, taskLabel} from './format.js';

const MOST = 60; // tasks in the drawing
const WIDTH = 230;
const HEIGHT = 44;
const GAP_X = 70;
const GAP_Y = 22;

// What the drawing shows: {nodes, edges, left}, of rows with awaits and of cycles (lists of ids).
export function waitGraph(rows, cycles) {
  const byId = new Map(rows.map(row => [row.id, row]));
  const inCycle = new Set(cycles.flat());
  const waiting = rows.filter(row => row.awaits?.length > 0 || inCycle.has(row.id));
  waiting.sort((a, b) => inCycle.has(b.id) - inCycle.has(a.id) || a.id - b.id);
  const chosen = new Set();
  for (const row of waiting) {
    const chain = [row.id, ...row.awaits ?? []].filter(id => !chosen.has(id));
    if (chosen.size + chain.length > MOST) {
      break;
    }
    chain.forEach(id => chosen.add(id));
  }
  const edges = cycles.flatMap(cycle => cycle.map((id, i) => ({from: id, to: cycle[(i + 1) % cycle.length], cycle: true})));
  const known = new Set(edges.map(({from, to}) => from + '>' + to));
  for (const row of waiting) {
    for (const to of row.awaits ?? []) {
      if (!known.has(row.id + '>' + to)) {
        edges.push({from: row.id, to, cycle: false});
      }
    }
  }
  const inside = edges.filter(({from, to}) => chosen.has(from) && chosen.has(to));
  const nodes = placed([...chosen], inside, id => byId.get(id) ?? {id});
  return {nodes, edges: inside, left: waiting.filter(row => !chosen.has(row.id)).length, inCycle};
}

// Each group of tasks that have to do with each other has a band of its own. In it, those that wait for nobody stand on
// the right, those that wait for them on their left, and so on.
function placed(ids, edges, rowOf) {
  const layers = layersOf(ids, edges);
  const places = new Map();
  let top = 8;
  for (const group of groupsOf(ids, edges)) {
    const deepest = Math.max(...group.map(id => layers.get(id)));
    const used = new Map();
    for (const id of group) {
      const column = deepest - layers.get(id);
      const line = used.get(column) ?? 0;
      used.set(column, line + 1);
      places.set(id, {row: rowOf(id), x: column * (WIDTH + GAP_X) + 8, y: top + line * (HEIGHT + GAP_Y)});
    }
    top += Math.max(...used.values()) * (HEIGHT + GAP_Y) + GAP_Y;
  }
  return places;
}

function groupsOf(ids, edges) {
  const neighbours = new Map(ids.map(id => [id, []]));
  edges.forEach(({from, to}) => {
    neighbours.get(from).push(to);
    neighbours.get(to).push(from);
  });
  const seen = new Set();
  const groups = [];
  for (const id of ids) {
    const group = [];
    for (const open = [id]; open.length > 0;) {
      const next = open.pop();
      if (!seen.has(next)) {
        seen.add(next);
        group.push(next);
        open.push(...neighbours.get(next));
      }
    }
    if (group.length) {
      groups.push(group.sort((a, b) => a - b));
    }
  }
  return groups;
}

// How many others stand between a task and the end of its longest chain. What closes a cycle does not count.
function layersOf(ids, edges) {
  const next = new Map(ids.map(id => [id, edges.filter(({from}) => from === id).map(({to}) => to)]));
  const layers = new Map();
  const open = new Set();
  const layer = id => {
    if (!layers.has(id)) {
      open.add(id);
      const below = next.get(id).filter(to => !open.has(to)).map(to => layer(to) + 1);
      open.delete(id);
      layers.set(id, Math.max(0, ...below));
    }
    return layers.get(id);
  };
  ids.forEach(layer);
  return layers;
}

export function waitsView(loops, open) {
  const parts = loops.map(loop => loopView(loop, open)).filter(Boolean);
  return parts.length ? parts : html`<p class="empty">No task waits for another one.</p>`;
}

function loopView(loop, open) {
  const graph = waitGraph([...loop.rows.values()], loop.cycles ?? []);
  if (graph.nodes.size === 0) {
    return null;
  }
  return html`<section class="waits" aria-label="Loop ${loop.number}">
    ${(loop.cycles ?? []).map(cycle => cycleView(loop, cycle, open))}
    <div class="scroll" tabindex="0" role="group" aria-label="Which task waits for which, as a drawing">${drawing(graph, loop, open)}</div>
    ${graph.left ? html`<p class="note">${count(graph.left)} further tasks wait for others. Click a task to see for which.</p>` : nothing}
  </section>`;
}

function cycleView(loop, cycle, open) {
  const label = id => {
    const row = loop.rows.get(id);
    return html`<button type="button" class="link" @click=${() => open(loop.number, id)}>${row ? taskLabel(row) : 'task ' + id}</button>`;
  };
  return html`<p class="alert"><strong>Deadlock.</strong> These tasks wait for each other, and for ever unless one is cancelled:
    ${cycle.map(id => html`${label(id)} <span aria-label="waits for">→</span> `)}${label(cycle[0])}</p>`;
}

function drawing(graph, loop, open) {
  const nodes = [...graph.nodes.values()];
  const width = Math.max(...nodes.map(node => node.x)) + WIDTH + 60;
  const height = Math.max(...nodes.map(node => node.y)) + HEIGHT + 24;
  return svg`<svg class="graph" width=${width} height=${height} viewBox="0 0 ${width} ${height}">
    <defs>
      <marker id="arrow-${loop.number}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z"/></marker>
      <marker id="arrow-cycle-${loop.number}" class="cycle" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z"/></marker>
    </defs>
    ${graph.edges.map(edge => edgeView(edge, graph.nodes, loop.number))}
    ${nodes.map(node => nodeView(node, graph.inCycle.has(node.row.id), () => open(loop.number, node.row.id)))}
  </svg>`;
}

function edgeView({from, to, cycle}, nodes, loop) {
  const a = nodes.get(from);
  const b = nodes.get(to);
  const path = b.x > a.x ? forwards(a, b) : backwards(a, b);
  return svg`<path class="edge ${cycle ? 'cycle' : ''}" d=${path} marker-end="url(#arrow-${cycle ? 'cycle-' : ''}${loop})"/>`;
}

function forwards(a, b) {
  const x = a.x + WIDTH;
  const y = a.y + HEIGHT / 2;
  const bend = (b.x - x) / 2;
  const end = b.y + HEIGHT / 2;
  return `M${x} ${y}C${x + bend} ${y} ${b.x - bend} ${end} ${b.x} ${end}`;
}

// From below the one to below the other.
function backwards(a, b) {
  const from = a.x + WIDTH / 2 - 20;
  const to = b.x + WIDTH / 2 + 20;
  const depth = Math.max(a.y, b.y) + HEIGHT + 30;
  return `M${from} ${a.y + HEIGHT}C${from} ${depth} ${to} ${depth} ${to} ${b.y + HEIGHT + 1}`;
}

function nodeView({row, x, y}, isInCycle, open) {
  const cut = text => text.length > 34 ? text.slice(0, 33) + '\u2026' : text;
  return svg`<g class="node ${isInCycle ? 'cycle' : ''}" transform="translate(${x} ${y})" role="button" tabindex="0"
      aria-label="${taskLabel(row)}${row.waits ? ', waits for ' + row.waits : ''}" @click=${open}
      @keydown=${event => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); open(); } }}>
    <rect width=${WIDTH} height=${HEIGHT} rx="4"/>
    <text x="10" y="18">${cut(taskLabel(row))}</text>
    <text x="10" y="34" class="small">${cut(row.waits ?? 'not among those shown')}</text>
  </g>`;
}
