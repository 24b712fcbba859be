import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Effects } from './effects.js';
import type { TicketEntity } from './ticket.entity.js';

type Heard = (tx: EntityManager, ticket: Readonly<TicketEntity>, effects: Effects) => Promise<void>;
type HeardOf<T> = (tx: EntityManager, ticket: Readonly<TicketEntity>, what: T, effects: Effects) => Promise<void>;

/**
 * Who must do something when a ticket changes, in the transaction that does it; throwing undoes it. `ticket` is the row
 * as it now stands, locked. What a listener wants told goes into `effects`, which also say when and because of what; it
 * calls nobody outside, and does not announce.
 */
export interface TicketListener {
  onOpened?: Heard;
  /** Somebody works on it from now on; also after a reassignment to a person. */
  onClaimed?: Heard;
  /** The first answer to whoever complained. */
  onReplied?: Heard;
  /** The patient is waited for, and was heard from. */
  onPaused?: Heard;
  onResumed?: Heard;
  onSolved?: Heard;
  onClosed?: Heard;
  onReopened?: Heard;
  onStopped?: Heard;
  /** Goes on in another ticket, `ticket.mergedInto`; and by itself again, as `ticket.state` says. */
  onMerged?: Heard;
  onUnmerged?: HeardOf<{ survivorId: string }>;
  onRecoloured?: HeardOf<{ from: TicketEntity['colour'] }>;
  onReassigned?: Heard;
  /** Kind, medical or not, dispute, settlement or the department concerned was put right. */
  onReclassified?: HeardOf<{ before: Readonly<TicketEntity> }>;
}

type ListenerOf<K extends keyof TicketListener> = NonNullable<TicketListener[K]>;

/** The listeners of this service, which add themselves in `onModuleInit`. */
@Injectable()
export class TicketListeners {
  private readonly listeners: TicketListener[] = [];

  add(listener: TicketListener): void {
    this.listeners.push(listener);
  }

  async tell<K extends keyof TicketListener>(what: K, ...said: Parameters<ListenerOf<K>>): Promise<void> {
    for (const listener of this.listeners) {
      const heard = listener[what] as ((...said: Parameters<ListenerOf<K>>) => Promise<void>) | undefined;
      await heard?.apply(listener, said);
    }
  }
}
