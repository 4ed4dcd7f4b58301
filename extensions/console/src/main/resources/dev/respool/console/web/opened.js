// The task whose detail is open: reads its stack again whenever the program has been read.

import {Detail} from './detail.js';
import {ask} from './store.js';

export class OpenedTask {
  constructor(app, host) {
    this.app = app;
    this.store = app.store;
    this.which = null; // {loop, id}
    this.detail = new Detail(host, {
      store: app.store,
      close: () => this.close(),
      open: (loop, id) => this.open(loop, id),
    });
  }

  async open(loop, id) {
    this.returnTo = this.which ? this.returnTo : document.activeElement;
    this.which = {loop, id};
    this.app.table.selectedKey = loop + ':' + id;
    this.draw();
    await this.read();
    this.detail.focus();
    this.app.say('Detail of task ' + id);
  }

  close() {
    if (this.which) {
      this.which = null;
      this.app.table.selectedKey = null;
      this.detail.show(null);
      this.app.table.draw();
      (this.returnTo?.isConnected ? this.returnTo : this.app.table).focus();
    }
  }

  // One question at a time; if another task was opened meanwhile, that one is asked for next.
  async read() {
    if (this.reading) {
      return this.reading;
    }
    while (this.which && this.answered !== this.which) {
      const asked = this.which;
      this.reading = ask('task', asked).then(answer => answer, error => ({error: error.message}));
      this.answer = {...await this.reading, of: asked};
      this.reading = null;
      this.answered = asked;
      this.show();
    }
  }

  draw() {
    const now = this.store.state?.seq;
    if (this.which && !this.app.held && this.readAt !== now) {
      this.readAt = now;
      this.answered = null;
      this.read();
    }
    this.show();
  }

  show() {
    if (!this.which) {
      this.detail.show(null);
      return;
    }
    const {loop, id} = this.which;
    const key = loop + ':' + id;
    const answer = this.answer?.of === this.which ? this.answer : null;
    const row = this.store.row(loop, id) ?? answer?.row;
    if (row) {
      this.last = {...row, loop, key};
      this.detail.show(this.last, answer);
    } else if (this.last?.key === key) {
      this.detail.show({...this.last, ended: answer?.error !== undefined}, answer);
    } else {
      this.detail.show({loop, id, key, status: 'OTHER'}, answer);
    }
  }
}
