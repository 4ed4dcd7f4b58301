// Lanes over time: what each of many things did or waited for, as bars. Knows nothing of tasks but a key and a kind.

import {fillKind, keyOf, kindOf, prepare, themeColor} from './kinds.js';
import {duration} from './format.js';

const KEPT = 5 * 60 * 1000; // milliseconds

// What is known of the past: for each key, segments of time with one kind each.
export class History {
  constructor() {
    this.lanes = new Map();
    this.now = 0;
  }

  clear() {
    this.lanes.clear();
  }

  // What a row does now. The first time, it is known for how long it has waited at least.
  add(row, time) {
    const kind = keyOf(row);
    const lane = this.lanes.get(row.key);
    if (!lane) {
      this.lanes.set(row.key, [{kind, from: Math.min(row.since ?? time, time), to: null}]);
      return;
    }
    const last = lane[lane.length - 1];
    if (last.kind !== kind || last.to !== null) {
      last.to ??= time;
      lane.push({kind, from: time, to: null});
    }
  }

  finish(row) {
    if (row) {
      this.lanes.delete(row.key);
    }
  }

  forgetLoop(number) {
    for (const key of [...this.lanes.keys()].filter(key => key.startsWith(number + ':'))) {
      this.lanes.delete(key);
    }
  }

  // The time up to which everything is known.
  end(time) {
    this.now = time;
    for (const lane of this.lanes.values()) {
      while (lane.length > 1 && lane[0].to < time - KEPT) {
        lane.shift();
      }
    }
  }

  of(key) {
    return this.lanes.get(key) ?? [];
  }
}

// Draws a lane of the last so many milliseconds.
export function drawLane(canvas, segments, now, span) {
  const width = canvas.clientWidth;
  const height = canvas.clientHeight;
  if (width === 0) {
    return;
  }
  const context = prepare(canvas, width, height);
  context.fillStyle = themeColor('--lane');
  context.fillRect(0, height - 1, width, 1);
  for (const {kind, from, to} of segments) {
    const left = Math.max(0, width * (1 - (now - from) / span));
    const right = width * (1 - (now - (to ?? now)) / span);
    if (right > 0) {
      fillKind(context, kind, left, 2, Math.max(1, right - left), height - 4);
    }
  }
}

// The same in words.
export function laneText(segments, now, span) {
  const shown = segments.filter(({to}) => to === null || to > now - span).slice(-4).reverse();
  return shown
      .map(({kind, from, to}) => kindOf(kind).label + ' for ' + duration((to ?? now) - Math.max(from, now - span)))
      .join(', before that ');
}

// Where the marks of a time axis stand: as a share of the width, with their text.
export function marks(span) {
  return [0, 0.25, 0.5, 0.75].map(share => ({share, text: '\u2212' + duration(span * (1 - share)).replace(/\.0 /, ' ').replace(/ 0 s$/, '')}));
}
