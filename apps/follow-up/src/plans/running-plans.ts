import { Clock, Problem, stateChange, transact } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { occasionAt } from '../calendar/occasion.js';
import { FollowUpConfig } from '../follow-up.config.js';
import { PeopleStore } from '../people/people.store.js';
import { ProtocolsService } from '../protocols/protocols.service.js';
import { Redating } from './redating.js';

/** One request holds the locks of so many people. */
const AT_ONCE = 100;
const OTHERS = `protocol_code = $1 AND protocol_version <> $2 AND status <> 'ended'`;

/** Lets plans that run follow another version of their protocol, when asked to (FU-5). */
@Injectable()
export class RunningPlans {
  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleStore,
    private readonly protocols: ProtocolsService,
    private readonly redating: Redating,
    private readonly clock: Clock,
    private readonly config: FollowUpConfig,
  ) {}

  /** @throws Problem 404; 409 unless the version is published */
  async follow(code: string, version: number): Promise<{ moved: number; left: number }> {
    const { status } = await this.protocols.read(code, version);
    if (status !== 'published') {
      throw Problem.conflict('protocol-status', { status, wanted: 'published' }, { protocolStatus: status });
    }
    return transact(this.source, async (tx) => {
      const occasion = occasionAt(this.clock.now(), this.config.hospitalZone);
      const plans: { id: string; patientId: string; protocolVersion: number }[] = await tx.query(
        `SELECT id, patient_id AS "patientId", protocol_version AS "protocolVersion" FROM plan WHERE ${OTHERS} ORDER BY patient_id, id LIMIT ${AT_ONCE}`,
        [code, version],
      );
      // All at once, in the order of all their ids, so that two requests never wait for each other.
      if (plans.length > 0) await this.people.lock(tx, ...plans.map(({ patientId }) => patientId));
      let moved = 0;
      for (const { id, protocolVersion } of plans) {
        if (!(await this.redating.follow(tx, id, version, occasion))) continue;
        moved += 1;
        stateChange('plan', id, { protocolVersion }, { protocolVersion: version });
      }
      const [row]: { left: number }[] = await tx.query(`SELECT count(*)::int AS left FROM plan WHERE ${OTHERS}`, [
        code,
        version,
      ]);
      return { moved, left: row?.left ?? 0 };
    });
  }
}
