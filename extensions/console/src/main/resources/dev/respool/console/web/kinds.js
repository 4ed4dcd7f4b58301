// What a task does or waits for: the word, the colour and the pattern of each kind. The colours are told apart by people
// with any kind of colour vision (they are in style.css); the patterns say the same without colour.

export const KINDS = [
  {key: 'RUNNING', label: 'running', hint: 'runs now', pattern: 'solid'},
  {key: 'RUNNABLE', label: 'runnable', hint: 'runs in the next turn', pattern: 'solid'},
  {key: 'TIMER', label: 'timer', hint: 'waits for a point in time', pattern: 'thin'},
  {key: 'CHANNEL', label: 'channel', hint: 'waits for the other end of a channel', pattern: 'rising'},
  {key: 'SOCKET', label: 'socket', hint: 'waits for a socket', pattern: 'dots'},
  {key: 'FILE', label: 'file', hint: 'waits for a file or directory', pattern: 'rows'},
  {key: 'PROCESS', label: 'process', hint: 'waits for another process', pattern: 'columns'},
  {key: 'LOCK', label: 'lock', hint: 'waits for a mutex, semaphore, condition, latch or rate limiter', pattern: 'cross'},
  {key: 'TASK', label: 'task', hint: 'waits for other tasks', pattern: 'falling'},
  {key: 'FUTURE', label: 'future', hint: 'waits for a future of other code', pattern: 'dashes'},
  {key: 'BLOCKING', label: 'blocking', hint: 'waits for a blocking call on another thread', pattern: 'bars'},
  {key: 'SELECT', label: 'select', hint: 'waits for the first of several', pattern: 'checks'},
  {key: 'OTHER', label: 'other', hint: 'waits for something else', pattern: 'thin'},
];

const BY_KEY = new Map(KINDS.map(kind => [kind.key, kind]));

export const kindOf = key => BY_KEY.get(key) ?? BY_KEY.get('OTHER');

// The key of a row: what it waits for, or its state if it does not wait.
export const keyOf = row => row.kind ?? row.status;

const TILE = 6;
const STROKES = {
  rising: context => line(context, [[-1, TILE + 1, TILE + 1, -1]]),
  falling: context => line(context, [[-1, -1, TILE + 1, TILE + 1]]),
  cross: context => line(context, [[-1, TILE + 1, TILE + 1, -1], [-1, -1, TILE + 1, TILE + 1]]),
  rows: context => line(context, [[0, 1, TILE, 1], [0, 4, TILE, 4]]),
  columns: context => line(context, [[1, 0, 1, TILE]]),
  bars: context => context.fillRect(0, 0, 3, TILE),
  dots: context => context.fillRect(2, 2, 2, 2),
  dashes: context => context.fillRect(0, 2, 4, 2),
  checks: context => {
    context.fillRect(0, 0, 3, 3);
    context.fillRect(3, 3, 3, 3);
  },
};

function line(context, lines) {
  context.beginPath();
  for (const [x1, y1, x2, y2] of lines) {
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
  }
  context.stroke();
}

// Colours of the present theme. They are read once for each change of it.
class Paints {
  constructor() {
    this.forget();
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.forget());
  }

  forget() {
    this.styles = getComputedStyle(document.documentElement);
    this.made = new Map();
  }

  color(name) {
    return this.styles.getPropertyValue(name).trim();
  }

  // How to fill an area of that kind.
  of(context, key) {
    let paint = this.made.get(key);
    if (!paint) {
      paint = {color: this.color('--kind-' + kindOf(key).key.toLowerCase()), overlay: this.overlay(context, key)};
      this.made.set(key, paint);
    }
    return paint;
  }

  overlay(context, key) {
    const stroke = STROKES[kindOf(key).pattern];
    if (!stroke) {
      return null;
    }
    const tile = document.createElement('canvas');
    tile.width = TILE;
    tile.height = TILE;
    const tileContext = tile.getContext('2d');
    tileContext.strokeStyle = tileContext.fillStyle = this.color('--pattern');
    stroke(tileContext);
    return context.createPattern(tile, 'repeat');
  }
}

let paints;

// Fills a rectangle with the colour and the pattern of a kind.
export function fillKind(context, key, x, y, width, height) {
  paints ??= new Paints();
  const {color, overlay} = paints.of(context, key);
  const thin = kindOf(key).pattern === 'thin' ? height / 4 : 0;
  context.fillStyle = color;
  context.fillRect(x, y + thin, width, height - 2 * thin);
  if (overlay) {
    context.fillStyle = overlay;
    context.fillRect(x, y, width, height);
  }
}

export function themeColor(name) {
  paints ??= new Paints();
  return paints.color(name);
}

// Makes the pixels of a canvas fit its size on the screen, and clears it.
export function prepare(canvas, width, height) {
  const scale = devicePixelRatio || 1;
  const context = canvas.getContext('2d');
  if (canvas.width !== Math.round(width * scale) || canvas.height !== Math.round(height * scale)) {
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
  }
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.clearRect(0, 0, width, height);
  return context;
}

// The small square beside the word of a kind.
export function drawSwatches(root) {
  for (const canvas of root.querySelectorAll('canvas.swatch')) {
    fillKind(prepare(canvas, 12, 12), canvas.dataset.kind, 0, 0, 12, 12);
  }
}
