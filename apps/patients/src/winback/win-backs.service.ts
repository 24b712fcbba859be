import type { Channel, WinBackAnswer } from '#contracts';
import { Outbox } from '#event-bus';
import { Clock, currentContext, Problem, stateChange, transact } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { PeopleStore } from '../people/people.store.js';
import { recordsOf } from '../people/records-of.js';
import { endedDraft } from './ladder-batch.js';
import { LifecycleSettlement } from './lifecycle-settlement.js';
import { lockLifecycle } from './lifecycle.store.js';
import { WinBack } from './win-back.entity.js';
import type { NewWinBackAnswer } from './win-backs.dto.js';

interface Heard {
  answer: WinBackAnswer;
  channel: Channel | null;
  note: string | null;
  by: string | null;
}

/** What somebody says to what was offered: the ladder ends with it (PT-5). */
@Injectable()
export class WinBacks {
  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleStore,
    private readonly settlement: LifecycleSettlement,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404; 409 when nothing is offered now: never, answered already, or ended */
  answer(id: string, { answer, channel, note }: NewWinBackAnswer): Promise<WinBack> {
    return transact(this.source, async (tx) => {
      const person = (await this.people.lock(tx, { identifiers: [] }, [id])).live(id);
      if (!person) throw Problem.notFound('patient', id);
      const by = currentContext()?.actor?.id ?? null;
      const heard = { answer, channel: channel ?? null, note: note ?? null, by };
      const ladder = await this.record(tx, person.id, heard);
      if (!ladder) throw Problem.conflict('win-back-not-open');
      stateChange('patient', person.id, { winBack: null }, { winBack: answer });
      return ladder;
    });
  }

  /** What another service heard. Nothing is offered, or was when the word was said: it changes nothing. */
  async hear(tx: EntityManager, patientId: string, answer: WinBackAnswer, saidAt: Date): Promise<void> {
    const person = (await this.people.lock(tx, { identifiers: [] }, [patientId])).live(patientId);
    const heard = { answer, channel: null, note: null, by: null };
    if (person) await this.record(tx, person.id, heard, saidAt);
  }

  /**
   * What became of the person comes first: nobody answers an offer that a visit has just ended. What time alone would
   * do waits: the answer is to the last offer that was made, not to one made in the same breath.
   */
  private async record(tx: EntityManager, personId: string, heard: Heard, saidAt?: Date): Promise<WinBack | null> {
    if (!(await lockLifecycle(tx, personId))) return null;
    const now = this.clock.now();
    await this.settlement.settle(tx, [personId], now, true);
    const ladder = await openLadder(tx, personId);
    if (!ladder || (saidAt && saidAt < ladder.startedAt)) return null;
    const said = { answer: heard.answer, answerChannel: heard.channel, answerNote: heard.note, answeredBy: heard.by };
    const ended = { ...said, outcome: 'answered' as const, endedAt: now, nextAt: null };
    await tx.update(WinBack, { id: ladder.id }, ended);
    Object.assign(ladder, ended);
    await this.outbox.appendAll(tx, [endedDraft(personId, ladder, now)]);
    return ladder;
  }
}

/** Of a settled person at most one is open, under whichever of the records it began. */
async function openLadder(tx: EntityManager, personId: string): Promise<WinBack | null> {
  const records = await recordsOf(tx, personId);
  return tx
    .createQueryBuilder(WinBack, 'ladder')
    .where('ladder.person_id = ANY (:records) AND ladder.outcome IS NULL', { records })
    .getOne();
}
