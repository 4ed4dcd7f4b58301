// Which keys there are.

import {html} from './lib/lit-html/lit-html.js';

const KEYS = [
  ['/', 'search'],
  ['g', 'go to the table'],
  ['↑ ↓ PgUp PgDn Home End', 'move in the table'],
  ['Enter', 'open the detail of the active task'],
  ['Esc', 'close the detail'],
  ['t', 'list or tree'],
  ['← →', 'close and open a branch of the tree'],
  ['1 2 3', 'tasks, waits, slow slices'],
  ['p', 'hold the page, or let it go on'],
];

export function helpDialog() {
  return html`<dialog aria-labelledby="help-title">
    <h2 id="help-title">Keys</h2>
    <dl>${KEYS.map(([key, meaning]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${meaning}</dd></div>`)}</dl>
    <form method="dialog"><button type="submit" autofocus>Close</button></form>
  </dialog>`;
}
