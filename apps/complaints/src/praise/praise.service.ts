import { PraiseApprovedV1, PraiseDeclinedV1, PraiseRecordedV1 } from '#contracts';
import { Outbox } from '#event-bus';
import {
  Clock,
  currentContext,
  listPage,
  newId,
  Problem,
  requireVersion,
  stateChange,
  stateSubject,
  transact,
  type FieldFault,
  type ListQuery,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { unknownIn } from '../staff/known-subjects.js';
import { LivingPatients } from '../tickets/living-patients.js';
import type { NewPraise, NewPraiseDecision, Praise, PraisePage, PraiseRewardPage } from './praise.dto.js';
import { PraiseEntity } from './praise.entity.js';
import { PRAISE_REWARDS, PRAISES } from './praise.list.js';
import { presentPraise, presentReward } from './praise.present.js';
import { faultOfAmount, mayBeDecided, type PraiseDecision } from './praise.rules.js';

/** Praise from recording it to finance (CP-7). */
@Injectable()
export class PraiseService {
  constructor(
    private readonly source: DataSource,
    private readonly outbox: Outbox,
    private readonly living: LivingPatients,
    private readonly clock: Clock,
  ) {}

  async list(query: ListQuery): Promise<PraisePage> {
    const page = await listPage(this.source.createQueryBuilder(PraiseEntity, 'praise'), PRAISES, query);
    return { ...page, items: page.items.map(presentPraise) };
  }

  /** What finance pays (CP-7). */
  async rewards(query: ListQuery): Promise<PraiseRewardPage> {
    const approved = this.source.createQueryBuilder(PraiseEntity, 'praise').where(`praise.state = 'approved'`);
    const page = await listPage(approved, PRAISE_REWARDS, query);
    return { ...page, items: page.items.map(presentReward) };
  }

  /** @throws Problem 404 */
  async read(id: string): Promise<Praise> {
    const row = await this.source.manager.findOneBy(PraiseEntity, { id });
    if (!row) throw Problem.notFound('praise', id);
    stateSubject(row.patientId ?? id);
    return presentPraise(row);
  }

  /** @throws Problem 400 for nobody praised, somebody unknown, or a day to come; 410 `person-erased` */
  record(said: NewPraise): Promise<Praise> {
    return transact(this.source, async (tx) => {
      const now = this.clock.now();
      await requirePraised(tx, said, now);
      await this.living.require(tx, said.patientId);
      const praise = newPraise(said, now);
      await tx.insert(PraiseEntity, praise);
      stateSubject(praise.patientId ?? praise.id);
      stateChange('praise', praise.id, null, presentPraise(praise));
      await this.outbox.append(tx, PraiseRecordedV1, factsOf(praise, now));
      return presentPraise(praise);
    });
  }

  /** For the general manager, once. @throws Problem 400, 404; 409 `praise-decided`; 412 */
  decide(id: string, version: number, { decision, amountFen, note }: NewPraiseDecision): Promise<Praise> {
    requireAmount(decision, amountFen);
    return transact(this.source, async (tx) => {
      const before = await lockPraise(tx, id);
      if (!mayBeDecided(before.state)) throw Problem.conflict('praise-decided', { state: `praise-${before.state}` });
      requireVersion(before.version, version);
      const [now, actor] = [this.clock.now(), currentContext()?.actor];
      const decided = { decidedAt: now, decidedBy: actor?.id ?? null, decidedByName: actor?.name || null };
      const change = { state: decision, amountFen: amountFen ?? null, decisionNote: note ?? null, ...decided };
      const after = { ...before, ...change, version: before.version + 1 };
      await tx.update(PraiseEntity, { id }, after);
      stateSubject(after.patientId ?? id);
      stateChange('praise', id, presentPraise(before), presentPraise(after));
      const facts = factsOf(after, now);
      if (amountFen === undefined) await this.outbox.append(tx, PraiseDeclinedV1, facts);
      else await this.outbox.append(tx, PraiseApprovedV1, { ...facts, amountFen });
      return presentPraise(after);
    });
  }
}

/** @throws Problem 400 */
function requireAmount(decision: PraiseDecision, amountFen: number | undefined): void {
  const fault = faultOfAmount(decision, amountFen);
  if (fault === 'required') throw Problem.invalid([{ field: 'amountFen', code: 'reward-needed' }]);
  if (fault === 'only-approved') throw Problem.invalid([{ field: 'amountFen', code: 'only-approved' }]);
}

/** @throws Problem 404 */
export async function lockPraise(tx: EntityManager, id: string): Promise<PraiseEntity> {
  const praise = await tx.findOne(PraiseEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!praise) throw Problem.notFound('praise', id);
  return praise;
}

async function requirePraised(tx: EntityManager, said: NewPraise, now: Date): Promise<void> {
  const { departmentCode, staffMemberIds = [], receivedAt } = said;
  const faults: FieldFault[] = [];
  if (departmentCode === undefined && staffMemberIds.length === 0)
    faults.push({ field: 'staffMemberIds', code: 'nobody-praised' });
  if (receivedAt !== undefined && new Date(receivedAt) > now) faults.push({ field: 'receivedAt', code: 'in-future' });
  const codes = departmentCode === undefined ? [] : [departmentCode];
  const unknown = await unknownIn(tx, { departmentCode: codes, staffMemberIds });
  if (faults.length + unknown.length > 0) throw Problem.invalid([...faults, ...unknown]);
}

function newPraise(said: NewPraise, now: Date): PraiseEntity {
  return {
    ...{ id: newId(), kind: said.kind, text: said.text, state: 'recorded', version: 1 },
    receivedAt: said.receivedAt === undefined ? now : new Date(said.receivedAt),
    ...{ fromName: said.fromName ?? null, patientId: said.patientId ?? null },
    ...{ departmentCode: said.departmentCode ?? null, staffMemberIds: said.staffMemberIds ?? [] },
    ...{ photoFileId: null, amountFen: null },
    ...{ recordedAt: now, recordedByName: currentContext()?.actor?.name || null },
    ...{ decidedAt: null, decidedBy: null, decidedByName: null, decisionNote: null },
  };
}

function factsOf({ id, kind, receivedAt, departmentCode, staffMemberIds }: PraiseEntity, now: Date) {
  return {
    ...{ praiseId: id, kind, staffMemberIds, receivedAt: receivedAt.toISOString(), at: now.toISOString() },
    ...(departmentCode === null ? {} : { departmentCode }),
  };
}
