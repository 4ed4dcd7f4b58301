// Slow slices: when a task kept its loop for long without a wait, and where.

import {html} from './lib/lit-html/lit-html.js';
import {clock, duration} from './format.js';

export function slowView(slices, open) {
  if (slices.length === 0) {
    return html`<p class="empty">No task has kept its loop for long while this page was open.</p>`;
  }
  return html`<ol class="slices">${[...slices].reverse().map(slice => html`<li>
    <details>
      <summary><b>${slice.going ? 'for ' : ''}${duration(slice.millis)}</b> ${slice.going ? 'so far' : ''} at ${clock(slice.time)}, loop ${slice.loop}${
          slice.thread ? ', thread ' + slice.thread : ''}: <code>${ownFrame(slice.stack)}</code></summary>
      ${slice.task ? html`<p><button type="button" class="link" @click=${() => open(slice.loop, slice.task)}>task ${slice.task}</button> kept it.</p>` : ''}
      <ol class="trace">${slice.stack.map(element => html`<li><code>${element}</code></li>`)}</ol>
    </details></li>`)}</ol>`;
}

// The innermost frame that is not the JDK's.
function ownFrame(stack) {
  return stack.find(element => !/^(java|jdk|javax|sun)\b/.test(element)) ?? stack[0] ?? 'no stack';
}
