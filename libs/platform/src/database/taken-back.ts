import type { DataSource, EntityManager } from 'typeorm';
import { transactAside } from './transact.js';

class TakenBack<T> extends Error {
  constructor(readonly result: T) {
    super('Only a rehearsal');
  }
}

/** Does the work and takes all of it back. @returns what came of it, which is what would come of it */
export async function takenBack<T>(source: DataSource, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  try {
    return await transactAside(source, async (tx): Promise<T> => {
      throw new TakenBack(await work(tx));
    });
  } catch (error) {
    if (error instanceof TakenBack) return (error as TakenBack<T>).result;
    throw error;
  }
}
