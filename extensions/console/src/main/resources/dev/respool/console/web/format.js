// Numbers, times and names as people read them.

const numbers = new Intl.NumberFormat('en');

export const count = number => numbers.format(number);

export function duration(millis) {
  if (millis > 0 && millis < 10) {
    return millis.toFixed(1) + ' ms';
  }
  if (millis < 1000) {
    return Math.max(0, Math.round(millis)) + ' ms';
  }
  const seconds = Math.floor(millis / 1000);
  if (seconds < 60) {
    return (millis < 10000 ? (millis / 1000).toFixed(1) : seconds) + ' s';
  }
  if (seconds < 3600) {
    return Math.floor(seconds / 60) + ' min ' + (seconds % 60) + ' s';
  }
  return Math.floor(seconds / 3600) + ' h ' + Math.floor(seconds % 3600 / 60) + ' min';
}

export const percent = share => (share * 100).toFixed(share < 0.1 ? 2 : 0) + ' %';

export const clock = millis => new Date(millis).toLocaleTimeString('en-GB');

export function bytes(number) {
  return number < 1e6 ? (number / 1e3).toFixed(1) + ' kB' : (number / 1e6).toFixed(1) + ' MB';
}

// Class.method without the package.
export function shortFrame(frame) {
  const name = frame.class.slice(frame.class.lastIndexOf('.') + 1);
  return name + '.' + frame.method;
}

export const place = frame => frame.file ? frame.file + (frame.line >= 0 ? ':' + frame.line : '') : 'no source';

export const taskLabel = row => 'task ' + row.id + (row.name ? ' (' + row.name + ')' : '');

// The type of a local, from its descriptor in a class file.
export function typeName(descriptor) {
  const dimensions = descriptor.lastIndexOf('[') + 1;
  const element = descriptor.slice(dimensions);
  const primitive = {B: 'byte', C: 'char', D: 'double', F: 'float', I: 'int', J: 'long', S: 'short', Z: 'boolean'}[element];
  const name = primitive ?? element.replace(/^L|;$/g, '').replace(/^.*\//, '');
  return name + '[]'.repeat(dimensions);
}
