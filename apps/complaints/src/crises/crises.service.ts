import {
  ComplaintsNotificationRequestedV1,
  CrisisClosedV1,
  CrisisDeclaredV1,
  CrisisStatementApprovedV1,
} from '#contracts';
import { Clock, currentContext, newId, Problem, stateChange, transact } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clocks } from '../clocks/clocks.js';
import { ComplaintsConfig } from '../complaints.config.js';
import { Effects } from '../tickets/effects.js';
import { TicketSteps } from '../tickets/ticket-steps.js';
import { approvedNotice, declaredNotice, ROLE_OF_SEAT, writtenNotice } from './crisis-notices.js';
import { Crisis, CrisisApproval, CrisisStatement } from './crisis.entity.js';
import type { NewCrisis, NewStatement } from './crises.dto.js';
import { CRISIS_MINUTES, decideApproval, missingSeats, statementBy, type TeamSeat } from './statement.rules.js';

/** What is done in a crisis: declared, a statement of three in two hours, closed (CP-6). */
@Injectable()
export class Crises {
  constructor(
    private readonly source: DataSource,
    private readonly clocks: Clocks,
    private readonly steps: TicketSteps,
    private readonly clock: Clock,
    private readonly config: ComplaintsConfig,
  ) {}

  /** Calls the team, and lets its two hours begin. */
  declare({ title, description }: NewCrisis): Promise<Crisis> {
    return this.write(async (tx, effects) => {
      const { now } = effects.occasion;
      const crisis: Crisis = {
        ...{ id: newId(), title, description, declaredAt: now, declaredBy: actorId() },
        ...{ newestVersion: 0, approvedVersion: null, approvedAt: null },
        ...{ closedAt: null, closedBy: null, closeNote: null },
      };
      await tx.insert(Crisis, crisis);
      const limit = { unit: 'minutes', value: CRISIS_MINUTES } as const;
      const promised = { subjectType: 'crisis', subjectId: crisis.id, kind: 'facts', ladder: 'centre' } as const;
      await this.clocks.start(tx, [{ ...promised, startedAt: now, limit, rank: 0 }], effects.occasion);
      const times = { declaredAt: now.toISOString(), statementBy: statementBy(now).toISOString() };
      effects.event(CrisisDeclaredV1, { crisisId: crisis.id, ...times });
      effects.event(ComplaintsNotificationRequestedV1, declaredNotice(crisis));
      stateChange('crisis', crisis.id, null, { title, state: 'open' });
      return crisis;
    });
  }

  /** A new version, without any approval: those of the version before are not of this one. @throws Problem 404, 409 */
  state(id: string, { basedOn, ...said }: NewStatement): Promise<Crisis> {
    return this.write(async (tx, effects) => {
      const crisis = await takeOpen(tx, id);
      if (basedOn !== crisis.newestVersion) throw outdated(crisis);
      const version = crisis.newestVersion + 1;
      const written = { writtenAt: effects.occasion.now, writtenBy: actorId() };
      await tx.insert(CrisisStatement, { crisisId: id, version, ...said, ...written });
      await tx.update(Crisis, { id }, { newestVersion: version });
      const changed = { ...crisis, newestVersion: version };
      effects.event(ComplaintsNotificationRequestedV1, writtenNotice(changed, version));
      stateChange('crisis', id, { newestVersion: basedOn }, { newestVersion: version });
      return changed;
    });
  }

  /** @throws Problem 403 for another's seat; 404; 409 for a version that was edited since, or a seat that was taken */
  approve(id: string, version: number, seat: TeamSeat): Promise<Crisis> {
    return this.write(async (tx, effects) => {
      const crisis = await takeOpen(tx, id);
      const by = requireSeat(seat);
      // There is none; the database could not even hold every number that is asked for.
      if (version < 1 || version > crisis.newestVersion) throw outdated(crisis);
      const given = await tx.findBy(CrisisApproval, { crisisId: id, version });
      switch (decideApproval(given, crisis.newestVersion, { version, seat, by })) {
        case 'approved-already':
          return crisis;
        case 'outdated':
          throw outdated(crisis);
        case 'seat-taken':
          throw Problem.conflict('statement-seat-taken', {}, { seat });
        case 'two-seats':
          throw Problem.conflict('statement-two-seats');
        case 'approve':
          break;
      }
      const approval = { crisisId: id, version, seat, by, at: effects.occasion.now };
      await tx.insert(CrisisApproval, approval);
      stateChange('crisis', id, { [`approvalOf${version}`]: null }, { [`approvalOf${version}`]: seat });
      const isWhole = missingSeats([...given, approval], version).length === 0;
      return isWhole ? this.publish(tx, crisis, version, effects) : crisis;
    });
  }

  /** Not before everybody knows what to say. @throws Problem 404, 409 */
  close(id: string, note: string | null): Promise<Crisis> {
    return this.write(async (tx, effects) => {
      const crisis = await takeOpen(tx, id);
      if (crisis.approvedVersion === null) throw Problem.conflict('crisis-without-statement');
      const { now } = effects.occasion;
      const closed = { closedAt: now, closedBy: actorId(), closeNote: note };
      await tx.update(Crisis, { id }, closed);
      effects.event(CrisisClosedV1, { crisisId: id, at: now.toISOString() });
      stateChange('crisis', id, { state: 'open' }, { state: 'closed' });
      return { ...crisis, ...closed };
    });
  }

  /** All three approved it: the team's clock stops, and everybody is told what to say. */
  private async publish(tx: EntityManager, crisis: Crisis, version: number, effects: Effects): Promise<Crisis> {
    const { now } = effects.occasion;
    const approved = { approvedVersion: version, approvedAt: now };
    await tx.update(Crisis, { id: crisis.id }, approved);
    await this.clocks.stop(tx, crisis.id, 'facts', now);
    effects.event(CrisisStatementApprovedV1, { crisisId: crisis.id, version, at: now.toISOString() });
    effects.event(ComplaintsNotificationRequestedV1, approvedNotice(crisis, version));
    return { ...crisis, ...approved };
  }

  private write(work: (tx: EntityManager, effects: Effects) => Promise<Crisis>): Promise<Crisis> {
    return transact(this.source, async (tx) => {
      const effects = new Effects({ now: this.clock.now(), zone: this.config.hospitalZone });
      const crisis = await work(tx, effects);
      await this.steps.announce(tx, effects);
      return crisis;
    });
  }
}

async function takeOpen(tx: EntityManager, id: string): Promise<Crisis> {
  const crisis = await tx.findOne(Crisis, { where: { id }, lock: { mode: 'for_no_key_update' } });
  if (!crisis) throw Problem.notFound('crisis', id);
  if (crisis.closedAt) throw Problem.conflict('crisis-closed', {}, { closedAt: crisis.closedAt.toISOString() });
  return crisis;
}

function outdated({ newestVersion }: Crisis): Problem {
  return Problem.conflict('statement-outdated', { newest: newestVersion }, { newestVersion });
}

/** Whoever has the seat's role, and an account to answer with. */
function requireSeat(seat: TeamSeat): string {
  const actor = currentContext()?.actor;
  if (!actor?.roles.includes(ROLE_OF_SEAT[seat])) throw new Problem(403, 'statement-not-your-seat', { seat });
  return actor.id;
}

function actorId(): string | null {
  return currentContext()?.actor?.id ?? null;
}
