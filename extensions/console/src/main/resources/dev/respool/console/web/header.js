// What frames the page: its head with the connection, notices, and the foot that says what looking costs.

import {html, nothing} from './lib/lit-html/lit-html.js';
import {bytes, count, duration, percent} from './format.js';

export function headerBar(app) {
  const {store} = app;
  const {state, text} = store.connection;
  const tests = [...store.loops.values()].filter(loop => loop.test);
  return html`
    <h1>Respool <span>console</span></h1>
    ${store.state ? html`<span class="process">process ${store.state.pid}, Java ${store.state.java}</span>` : nothing}
    <span class="connection ${app.held ? 'held' : state}"><i aria-hidden="true"></i>${app.held ? 'held' : state === 'refused' ? 'refused' : text}</span>
    <span class="space"></span>
    ${tests.map(loop => testControls(app, loop))}
    <button type="button" aria-pressed=${String(app.held)} @click=${() => app.hold()}>Hold <kbd>p</kbd></button>
    <button type="button" @click=${() => app.help()}>Keys <kbd>?</kbd></button>`;
}

function testControls(app, loop) {
  const {paused, now} = loop.test;
  return html`<span class="test" role="group" aria-label="Test loop ${loop.number}">
    <span>Test loop ${loop.number} at <b>${duration(now)}</b></span>
    ${paused
        ? html`<button type="button" @click=${() => app.control(loop.number, 'resume')}>Resume</button>
            <button type="button" @click=${() => app.control(loop.number, 'step')}>Step</button>`
        : html`<button type="button" @click=${() => app.control(loop.number, 'pause')}>Pause</button>`}</span>`;
}

export function notices(app) {
  const {store, found} = app;
  const texts = [];
  if (store.connection.state === 'lost') {
    texts.push(html`<p class="notice bad">The connection is lost. What you see is from the last moment before. The page tries again.</p>`);
  } else if (store.connection.state === 'refused') {
    texts.push(html`<p class="notice bad">${store.connection.text}</p>`);
  }
  if (found) {
    texts.push(html`<p class="notice">Found among all ${count(found.looked)} tasks at ${new Date(found.time).toLocaleTimeString('en-GB')}${
        found.complete ? '' : ', but not all: the first ' + count(found.rows.length)}. This list is not live.
        <button type="button" class="link" @click=${() => app.search()}>Search again</button></p>`);
  } else {
    for (const loop of store.loops.values()) {
      texts.push(loopNotice(loop));
    }
  }
  return texts;
}

function loopNotice(loop) {
  if (loop.status === 'BUSY') {
    return html`<p class="notice bad">Loop ${loop.number} does not answer: a task keeps it. See Slow slices.</p>`;
  }
  if (loop.status === 'NOT_RUN' && loop.rows.size > 0) {
    return html`<p class="notice">Nobody runs loop ${loop.number} at present. What you see is from before.</p>`;
  }
  if (loop.oneIn > 1) {
    const {runnable, running, waiting} = loop.counts;
    return html`<p class="notice">Loop ${loop.number} has <b>${count(runnable + running + waiting)}</b> tasks. This is a sample of
      <b>${count(loop.rows.size)}</b>, one in ${count(loop.oneIn)}; the numbers count all. Search and filters look at all.</p>`;
  }
  return nothing;
}

export function footer(app) {
  const cost = app.store.state?.cost;
  if (!cost) {
    return nothing;
  }
  return html`<span>Looking costs the loops at most <b>${percent(cost.share)}</b> of their time: ${
      duration(cost.readMillis)} every ${duration(cost.periodMillis)}, ${bytes(cost.bytes)} to each viewer.</span>
    <span>${cost.viewers} of ${cost.maxViewers} viewers. When nobody looks, nothing is read.</span>`;
}
