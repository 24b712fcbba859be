import { Clock, currentContext, type Page, Problem, Rights, stateChange, transact } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { occasionAt } from '../calendar/occasion.js';
import { FollowUpConfig } from '../follow-up.config.js';
import { PeopleStore } from '../people/people.store.js';
import { Chronicle, Effects } from '../plans/chronicle.js';
import { confidentialIn, placedItems } from '../questionnaires/questionnaire.rules.js';
import { Questionnaires } from '../questionnaires/questionnaires.service.js';
import type { ResponseItem } from './answer.rules.js';
import { unseenFaults, withConfidence } from './kept-confidence.rules.js';
import { ResponseEntity } from './response.entity.js';
import { faultsOfShape } from './response.rules.js';
import type { NewResponseBody, ResponseDetail, ResponsesQuery, ResponseSummary } from './responses.dto.js';
import { responseDetail, responsePage } from './responses.query.js';
import { ResponsesService } from './responses.service.js';

/** Responses as staff reads them, and as staff enters them on site, on the phone and from letters. */
@Injectable()
export class EnteredResponses {
  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleStore,
    private readonly questionnaires: Questionnaires,
    private readonly responses: ResponsesService,
    private readonly chronicle: Chronicle,
    private readonly rights: Rights,
    private readonly clock: Clock,
    private readonly config: FollowUpConfig,
  ) {}

  async list(query: ResponsesQuery): Promise<Page<ResponseSummary>> {
    const patientIds = query.patientId === undefined ? undefined : await this.people.idsOf(query.patientId);
    return responsePage(this.source.manager, query, patientIds);
  }

  /** @throws Problem 404 */
  read(id: string): Promise<ResponseDetail> {
    return this.detail(this.source.manager, id);
  }

  /** @throws Problem 400 with JSON pointers; 404 for what it amends; 409 as `ResponsesService.record`, `response-amended`. */
  enter(body: NewResponseBody): Promise<ResponseDetail> {
    return transact(this.source, async (tx) => {
      const occasion = occasionAt(this.clock.now(), this.config.hospitalZone);
      const effects = new Effects();
      const actor = currentContext()?.actor;
      const former = body.amends === undefined ? undefined : await this.amended(tx, body, body.amends);
      const { id } = await this.responses.record(
        tx,
        {
          ...(former ? originOf(former) : {}),
          ...withoutAbsent(body),
          patientId: former?.patientId ?? body.patientId,
          items: former ? await this.correctedItems(tx, former, body.items) : body.items,
          answeredBy: actor ? { id: actor.id, name: actor.name } : null,
          ...(former ? { amends: former } : {}),
        },
        occasion,
        effects,
      );
      await this.chronicle.write(tx, effects, occasion);
      const detail = await this.detail(tx, id);
      const { items: _words, ...facts } = detail;
      stateChange('response', id, null, facts);
      return detail;
    });
  }

  /** Locks and marks the response that is corrected; it stays as it was. */
  private async amended(tx: EntityManager, body: NewResponseBody, id: string): Promise<ResponseEntity> {
    const former = await tx.findOne(ResponseEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!former) throw Problem.notFound('response', id);
    if (former.status !== 'completed') throw Problem.conflict('response-amended');
    const { code, version } = body.questionnaire;
    if (former.questionnaireCode !== code || former.questionnaireVersion !== version)
      throw Problem.invalid([{ field: '/questionnaire', code: 'amends-another-questionnaire' }]);
    const ids = await this.people.idsOf(former.patientId);
    if (former.patientId !== body.patientId && !ids.includes(body.patientId))
      throw Problem.invalid([{ field: '/patientId', code: 'amends-another-patient' }]);
    await tx.update(ResponseEntity, { id }, { status: 'amended' });
    return former;
  }

  /** @throws Problem 400 when it says anew what was answered in confidence and may not see it */
  private async correctedItems(tx: EntityManager, former: ResponseEntity, items: unknown): Promise<unknown> {
    if (this.seesConfidential() || faultsOfShape(items).length > 0) return items;
    const { questionnaireCode: code, questionnaireVersion: version } = former;
    const { definition } = await this.questionnaires.version(tx, { code, version });
    const confidential = confidentialIn(placedItems(definition));
    const given = items as ResponseItem[];
    const faults = unseenFaults(given, former.items, confidential, '/items');
    if (faults.length > 0) throw Problem.invalid(faults);
    return withConfidence(given, former.items, confidential);
  }

  private seesConfidential(): boolean {
    const actor = currentContext()?.actor;
    return actor !== undefined && this.rights.allows(actor, 'follow-up.confidential.read');
  }

  private async detail(manager: EntityManager, id: string): Promise<ResponseDetail> {
    const row = await manager.findOneBy(ResponseEntity, { id });
    if (!row) throw Problem.notFound('response', id);
    const asked = { code: row.questionnaireCode, version: row.questionnaireVersion };
    const { definition } = await this.questionnaires.version(manager, asked);
    return responseDetail(manager, row, definition, this.seesConfidential());
  }
}

/** What a correction takes over unless it says otherwise. */
function originOf({ encounterId, planId, taskId, sampleId, departmentCode, staffMemberId }: ResponseEntity) {
  return {
    encounterId: encounterId ?? undefined,
    planId: planId ?? undefined,
    taskId: taskId ?? undefined,
    sampleId: sampleId ?? undefined,
    departmentCode: departmentCode ?? undefined,
    staffMemberId: staffMemberId ?? undefined,
  };
}

/** A field that was not sent takes nothing away from what is taken over. */
function withoutAbsent({ amends: _amends, ...body }: NewResponseBody): Omit<NewResponseBody, 'amends'> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as unknown as Omit<
    NewResponseBody,
    'amends'
  >;
}
