import { masked, type EventStream, type Language } from '#platform';
import { Injectable } from '@nestjs/common';
import { followed } from '../progress/followed.js';
import { presentImport } from './import.presenter.js';
import { ImportsStore } from './imports.store.js';

/** Tells who watches an import how far it is; its file's name, which may name a patient, is for `GET` (PT-9). */
@Injectable()
export class ImportProgress {
  constructor(private readonly store: ImportsStore) {}

  follow(importId: string, stream: EventStream, language: Language): Promise<void> {
    const find = () => this.store.find(importId);
    const mark = (row: { state: string; read: number }) => [row.state, row.read];
    return followed(stream, find, mark, (row) => {
      const { fileName, ...rest } = presentImport(row, language);
      return { ...rest, fileName: masked('free-text', fileName) };
    });
  }
}
