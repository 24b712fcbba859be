import type { EventStream, Language } from '#platform';
import { Injectable } from '@nestjs/common';
import { setTimeout as wait } from 'node:timers/promises';
import { presentImport } from './import.presenter.js';
import { ImportsStore } from './imports.store.js';

const LOOK_MS = 500;

/** Tells who watches an import how far it is; any replica can, whoever works it. */
@Injectable()
export class ImportProgress {
  constructor(private readonly store: ImportsStore) {}

  /** Sends what has changed since the last look, and ends the stream with the import. */
  async follow(importId: string, stream: EventStream, language: Language): Promise<void> {
    let told = '';
    while (!stream.closed) {
      const row = await this.store.find(importId).catch(() => null);
      const now = row ? JSON.stringify([row.state, row.read]) : told;
      if (row && now !== told) stream.send({ event: 'progress', data: presentImport(row, language) });
      told = now;
      if (row === undefined || row?.finishedAt) return stream.close();
      await wait(LOOK_MS);
    }
  }
}
