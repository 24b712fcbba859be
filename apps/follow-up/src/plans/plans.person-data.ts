import {
  PersonData,
  sealRows,
  type Erasure,
  type ErasureOutcome,
  type PersonDataSection,
  type PersonDataSource,
} from '#platform';
import type { EntityManager } from 'typeorm';

/** What was done for the person after a stay, by whom, with what outcome. */
@PersonData()
export class PlansPersonData implements PersonDataSource {
  readonly tables = ['plan_trail', 'task', 'plan'];
  readonly withoutPatients = [{ table: 'protocol', reason: 'settings' }];

  collect(): Promise<PersonDataSection[]> {
    return Promise.resolve([]);
  }

  async erase(tx: EntityManager, ids: readonly string[], _at: Date, erasure: Erasure): Promise<ErasureOutcome[]> {
    const plans: { id: string }[] = await tx.query('SELECT id FROM plan WHERE patient_id = ANY ($1::uuid[])', [ids]);
    return [
      await sealRows(
        tx,
        erasure,
        'plan_trail',
        'plan_id',
        plans.map(({ id }) => id),
      ),
      await sealRows(tx, erasure, 'task', 'patient_id', ids),
      await sealRows(tx, erasure, 'plan', 'patient_id', ids),
    ];
  }
}
