import { csvLine, textOf } from '#platform';
import { Injectable } from '@nestjs/common';
import { TITLES } from './import-columns.rules.js';
import { ImportsStore, type RejectedCell } from './imports.store.js';

const PAGE = 2_000;
const HEADER = ['行号 line', '列 column', '代码 code', '原因', 'reason'];

/** The lines that were not taken, as CSV that Excel opens: what and why, in Chinese and English. */
@Injectable()
export class ImportReport {
  constructor(private readonly store: ImportsStore) {}

  /** Read page by page while it is sent; of a running import, what there is by then. */
  async *text(importId: string): AsyncGenerator<string, void> {
    yield `\uFEFF${csvLine(HEADER)}`;
    let after = { row: 0, position: 0 };
    for (let rows = PAGE; rows === PAGE;) {
      const page = await this.store.rejections(importId, after, PAGE);
      if (page.length > 0) yield page.map((cell) => csvLine(cellsOf(cell))).join('');
      after = page.at(-1) ?? after;
      rows = page.length;
    }
  }
}

function cellsOf({ row, column, code, params }: RejectedCell): string[] {
  const reason = (language: 'zh-CN' | 'en') => textOf('reasons', code, params ?? {}, language);
  const title = column === null ? '' : `${TITLES[column]['zh-CN']} ${TITLES[column].en}`;
  return [String(row), title, code, reason('zh-CN'), reason('en')];
}
