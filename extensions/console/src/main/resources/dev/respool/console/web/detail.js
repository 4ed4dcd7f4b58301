// One thing in detail: facts, a lane, and a logical stack with source lines and live locals. The stack knows nothing of
// tasks.

import {html, nothing, render} from './lib/lit-html/lit-html.js';
import {drawLane, laneText} from './timeline.js';
import {drawSwatches, keyOf, kindOf} from './kinds.js';
import {count, duration, place, shortFrame, taskLabel, typeName} from './format.js';

const SPAN = 5 * 60 * 1000; // of the lane, in milliseconds

export class Detail {
  // Options: close(), open(loop, id), store.
  constructor(host, options) {
    this.host = host;
    this.options = options;
    this.row = null;
    host.addEventListener('keydown', event => {
      if (event.key === 'Escape') {
        event.stopPropagation();
        options.close();
      }
    });
  }

  // Shows a row, and its stack when it is there: {task, stack} as the server answers, or {error}.
  show(row, answer) {
    const isNew = this.row?.key !== row?.key;
    this.row = row;
    this.answer = isNew && !answer ? null : answer ?? this.answer;
    this.draw();
    if (isNew && row) {
      this.host.scrollTop = 0;
    }
  }

  focus() {
    this.host.querySelector('h2')?.focus();
  }

  draw() {
    this.host.hidden = !this.row;
    render(this.row ? this.content(this.row) : nothing, this.host);
    const canvas = this.host.querySelector('canvas.long');
    if (canvas) {
      drawLane(canvas, this.segments(), this.options.store.history.now, SPAN);
    }
    drawSwatches(this.host);
  }

  segments() {
    return this.options.store.history.of(this.row.key);
  }

  content(row) {
    const {store} = this.options;
    return html`
      <header>
        <h2 tabindex="-1">${taskLabel(row)}</h2>
        <button type="button" class="quiet" @click=${this.options.close}>Close <kbd>Esc</kbd></button>
      </header>
      ${row.ended ? html`<p class="note">It has ended. This is what was last seen of it.</p>` : nothing}
      <dl class="facts">
        <dt>State</dt><dd><canvas class="swatch" data-kind=${keyOf(row)} aria-hidden="true"></canvas>
          ${row.kind ? 'waits: ' + kindOf(row.kind).label : kindOf(row.status).label}${row.cancelled ? ', cancelled' : ''}</dd>
        ${row.waits ? html`<dt>Waits for</dt><dd class="wrap">${row.waits}</dd>
          <dt>For at least</dt><dd>${duration(store.now() - row.since)}</dd>` : nothing}
        ${row.parent ? html`<dt>Parent</dt><dd>${this.link(row.loop, row.parent)}</dd>` : nothing}
        ${row.awaits?.length ? html`<dt>Until</dt><dd>${row.awaits.map(id => this.link(row.loop, id))}</dd>` : nothing}
        <dt>Loop</dt><dd>${row.loop}</dd>
      </dl>
      <canvas class="long" role="img" aria-label="The last five minutes: ${laneText(this.segments(), store.history.now, SPAN)}"></canvas>
      <p class="axis" aria-hidden="true"><span>−5 min</span><span>now</span></p>
      ${this.stack()}`;
  }

  link(loop, id) {
    const row = this.options.store.row(loop, id);
    return html`<button type="button" class="link" @click=${() => this.options.open(loop, id)}>${
        row ? taskLabel(row) : 'task ' + id}</button> `;
  }

  stack() {
    const answer = this.answer;
    if (!answer) {
      return html`<p class="note">Reading the stack …</p>`;
    }
    if (answer.error) {
      return html`<p class="note">${answer.error}</p>`;
    }
    if (answer.body) {
      return html`<h3>Not begun</h3><p class="note">It will run <code>${answer.body}</code>.</p>`;
    }
    return stackView(answer.frames, answer.allFrames);
  }
}

// A logical stack, innermost frame first.
export function stackView(frames, isComplete) {
  if (frames.length === 0) {
    return html`<h3>Logical stack</h3><p class="note">It has no suspended frames: it runs, or only its children go on.</p>`;
  }
  return html`<h3>Logical stack <small>innermost first, ${count(frames.length)} frame${frames.length === 1 ? '' : 's'}</small></h3>
    <ol class="stack">${frames.map(frame => html`<li>
      <div class="frame"><code class="method" title=${frame.class + '.' + frame.method}>${shortFrame(frame)}</code>
        <code class="place">${place(frame)}</code></div>
      ${frame.locals.length ? localsView(frame.locals) : nothing}
    </li>`)}</ol>
    ${isComplete ? nothing : html`<p class="note">There are further frames.</p>`}`;
}

function localsView(locals) {
  return html`<dl class="locals">${locals.map(local => html`
    <div><dt><code>${local.name}</code> <small>${typeName(local.type)}</small></dt><dd><code>${local.value}</code></dd></div>`)}</dl>`;
}
