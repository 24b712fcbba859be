import { EncounterAdmittedV1, EncounterCancelledV1, EncounterRegisteredV1 } from '#contracts';
import { OnEvent, type EventContext, type ReceivedEvent } from '#event-bus';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { EntityManager } from 'typeorm';
import { PeopleStore } from '../people/people.store.js';

/** Hears of the visits of people who complained; of nobody else anything is kept (CP-10). */
@Controller()
export class VisitsConsumer {
  constructor(private readonly people: PeopleStore) {}

  @OnEvent(EncounterRegisteredV1)
  onRegistered(@Payload() event: ReceivedEvent<EncounterRegisteredV1>, @Ctx() { tx }: EventContext): Promise<void> {
    const { encounterId, patientId, startedAt } = event.data;
    return this.note(tx, encounterId, patientId, startedAt);
  }

  @OnEvent(EncounterAdmittedV1)
  onAdmitted(@Payload() event: ReceivedEvent<EncounterAdmittedV1>, @Ctx() { tx }: EventContext): Promise<void> {
    // Who complains in emergency and is admitted from there has not come back.
    const { encounterId, patientId, admittedAt, startedAt } = event.data;
    return this.note(tx, encounterId, patientId, startedAt ?? admittedAt);
  }

  @OnEvent(EncounterCancelledV1)
  async onCancelled(@Payload() event: ReceivedEvent<EncounterCancelledV1>, @Ctx() { tx }: EventContext): Promise<void> {
    await tx.query('DELETE FROM complainant_visit WHERE encounter_id = $1', [event.data.encounterId]);
  }

  private async note(tx: EntityManager, encounterId: string, patientId: string, beganAt: string): Promise<void> {
    const ids = await this.people.idsOf(patientId, tx);
    await tx.query(
      `INSERT INTO complainant_visit (encounter_id, patient_id, began_at)
       SELECT $1, $2, $3 WHERE EXISTS (SELECT FROM ticket WHERE patient_id = ANY ($4::uuid[]) AND kind = 'complaint')
       ON CONFLICT (encounter_id) DO NOTHING`,
      [encounterId, patientId, beganAt, ids],
    );
  }
}
