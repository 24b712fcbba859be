import { Clock, currentContext, Rights } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { joinedOf } from '../communities/communities-of.js';
import { openTicketOf } from '../contacts/open-tickets.js';
import { presentStanding } from '../decisions/decisions.queries.js';
import { viewOf as encounterOf } from '../encounters/encounters.queries.js';
import { FactQueries } from '../facts/facts.queries.js';
import { viewOf as medicationOf } from '../medications/medications.queries.js';
import { presentPromise } from '../promises/promises.service.js';
import { viewOf as resultOf } from '../results/results.queries.js';
import { SensitiveAccess } from '../results/sensitive.access.js';
import { presented } from '../timeline/timeline.queries.js';
import type { NextFollowUp, PatientPicture } from './lookup.dto.js';
import { PictureStatement, type OpenTask } from './picture-statement.js';

/** What an agent needs to know of somebody, read in one statement (PT-2, ADR 68). */
@Injectable()
export class PictureQueries {
  private readonly statements = new Map<string, PictureStatement>();

  constructor(
    private readonly source: DataSource,
    private readonly facts: FactQueries,
    private readonly access: SensitiveAccess,
    private readonly rights: Rights,
    private readonly clock: Clock,
  ) {}

  /** @param records a living record, first, and those merged into it */
  async of(records: string[]): Promise<PatientPicture> {
    const rows = await this.statement(records.length === 1).rows(this.source, records, this.clock.now());
    return {
      facts: this.facts.present(records, rows),
      standing: presentStanding(rows.decisions),
      openPromises: rows.promises.map(presentPromise),
      nextFollowUp: rows.tasks.map(nextOf)[0] ?? null,
      openTickets: this.seesTickets() ? rows.tickets.map(openTicketOf) : null,
      encounters: rows.encounters.map(encounterOf),
      communities: rows.communities.map(joinedOf),
      currentMedications: rows.medications.map(medicationOf),
      abnormalResults: rows.results.map(resultOf),
      timeline: rows.timeline.map(presented),
    };
  }

  /** A complaint is nothing for whoever may be the one complained of. */
  private seesTickets(): boolean {
    const actor = currentContext()?.actor;
    return actor !== undefined && this.rights.allows(actor, 'complaints.read');
  }

  private statement(isOneRecord: boolean): PictureStatement {
    const seesSensitive = this.access.sees();
    const key = `${isOneRecord} ${seesSensitive}`;
    const statement = this.statements.get(key) ?? new PictureStatement({ isOneRecord, seesSensitive });
    this.statements.set(key, statement);
    return statement;
  }
}

function nextOf({ taskId, step, at }: OpenTask): NextFollowUp {
  return { taskId, step, openedAt: at.toISOString() };
}
