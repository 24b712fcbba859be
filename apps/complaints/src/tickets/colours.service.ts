import { requireVersion, stateChange, transact } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { DefaultColours } from './colour.rules.js';
import type { ColourSettings } from './colours.dto.js';

interface Row {
  colours: DefaultColours;
  version: number;
}

/** The hospital's decision which colours tickets get by themselves (CP-1). */
@Injectable()
export class Colours {
  constructor(private readonly source: DataSource) {}

  async read(): Promise<ColourSettings> {
    const { colours, version } = await settings(this.source.manager, '');
    return { ...colours, version };
  }

  /** @throws Problem 412 */
  change(expectedVersion: number, wanted: DefaultColours): Promise<ColourSettings> {
    return transact(this.source, async (tx) => {
      const before = await settings(tx, 'FOR UPDATE');
      requireVersion(before.version, expectedVersion);
      const colours = { ...wanted };
      const version = before.version + 1;
      await tx.query('UPDATE colour_setting SET colours = $1, version = $2', [JSON.stringify(colours), version]);
      stateChange('ticket-colours', 'defaults', before.colours, colours);
      return { ...colours, version };
    });
  }
}

async function settings(manager: EntityManager, lock: '' | 'FOR UPDATE'): Promise<Row> {
  const [row]: Row[] = await manager.query(`SELECT colours, version FROM colour_setting ${lock}`);
  if (!row) throw new Error('The default colours of tickets are missing');
  return row;
}
