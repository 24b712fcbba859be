import type { EventStream, Language } from '#platform';
import { Injectable } from '@nestjs/common';
import { followed } from '../progress/followed.js';
import { presentImport } from './import.presenter.js';
import { ImportsStore } from './imports.store.js';

/** Tells who watches an import how far it is. */
@Injectable()
export class ImportProgress {
  constructor(private readonly store: ImportsStore) {}

  follow(importId: string, stream: EventStream, language: Language): Promise<void> {
    const find = () => this.store.find(importId);
    const mark = (row: { state: string; read: number }) => [row.state, row.read];
    return followed(stream, find, mark, (row) => presentImport(row, language));
  }
}
