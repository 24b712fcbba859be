import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource, EntityManager } from 'typeorm';

interface Ambient {
  source: DataSource;
  tx: EntityManager;
  open: boolean;
}

const storage = new AsyncLocalStorage<Ambient>();

/** The transaction that everything in hand belongs to, when there is one. */
export function ambientTransaction(source: DataSource): EntityManager | undefined {
  const ambient = storage.getStore();
  return ambient?.open && ambient.source === source ? ambient.tx : undefined;
}

/** Runs the work in one transaction which all it asks of the source joins, with savepoints for its own transactions. */
export function inAmbientTransaction<T>(source: DataSource, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  return source.transaction((tx) => {
    const ambient = { source, tx, open: true };
    // What the work leaves running behind it must not write to a connection that somebody else has by then.
    return storage.run(ambient, () => work(tx)).finally(() => (ambient.open = false));
  });
}

/**
 * Lets a source's own queries join the ambient transaction: they see what it wrote, commit with it, and ask for no
 * second connection while it holds one.
 */
export function joinAmbientTransactions(source: DataSource): DataSource {
  const { manager } = source;
  const query = bound(source, 'query');
  const transaction = bound(source, 'transaction');
  const builder = bound(source, 'createQueryBuilder');
  const runner = () => ambientTransaction(source)?.queryRunner;
  Object.defineProperty(source, 'manager', { get: () => ambientTransaction(source) ?? manager });
  return Object.assign(source, {
    query: (text: unknown, values: unknown, own: unknown) => query(text, values, own ?? runner()),
    transaction: (...given: unknown[]) => {
      const tx = ambientTransaction(source);
      return tx ? bound(tx, 'transaction')(...given) : transaction(...given);
    },
    createQueryBuilder: (target: unknown, alias: unknown, own: unknown) =>
      alias === undefined ? builder(target ?? runner()) : builder(target, alias, own ?? runner()),
  });
}

type Method = (...given: unknown[]) => unknown;

function bound(owner: object, name: string): Method {
  return ((owner as Record<string, Method>)[name] as Method).bind(owner);
}
