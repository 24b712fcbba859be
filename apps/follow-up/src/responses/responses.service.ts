import { Problem, isUniqueViolation, newId } from '#platform';
import type { ResponseChannel } from '#contracts';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Occasion } from '../calendar/occasion.js';
import type { Effects } from '../plans/chronicle.js';
import { Questionnaires, type QuestionnaireVersion } from '../questionnaires/questionnaires.service.js';
import type { QuestionnaireEntity } from '../questionnaires/questionnaire.entity.js';
import { answersIn, type ResponseItem } from './answer.rules.js';
import { raisedFlags } from './flag.rules.js';
import { raiseFlags } from './raised-flags.js';
import { responseEvent } from './response-events.js';
import { RESPONSE_LISTENERS, type RecordedResponse, type ResponseListener } from './response-listener.js';
import { ResponseEntity } from './response.entity.js';
import { faultsOfResponse } from './response.rules.js';
import { scoresOf, type Score } from './score.rules.js';

export interface NewResponse {
  /** The version that was asked. */
  questionnaire: QuestionnaireVersion;
  patientId: string;
  encounterId?: string | undefined;
  planId?: string | undefined;
  taskId?: string | undefined;
  /** The task that asked, which has other answers: by a version that may be retired since. */
  besideTaskId?: string;
  sampleId?: string | undefined;
  channel: ResponseChannel;
  /** As they came: they are checked here. */
  items: unknown;
  /** JSON pointer of the items in the request, `/items` unless given; faults are told by it. */
  itemsAt?: string;
  departmentCode?: string | undefined;
  /** The member of staff it is about. */
  staffMemberId?: string | undefined;
  /** Who entered it; null when the patient did. */
  answeredBy: { id: string; name: string } | null;
  /** The response it stands in the place of; the caller has locked and marked it. */
  amends?: Pick<ResponseEntity, 'id' | 'rootId'>;
}

export interface RecordedAnswers {
  id: string;
  /** In all; null when the questionnaire counts nothing. */
  score: number | null;
  scores: Score[];
  /** Keys of the flags that the answers meet. */
  flags: string[];
}

/** Takes answers: checks them against the version asked, counts them and sets going what they say (FU-8 – FU-10). */
@Injectable()
export class ResponsesService {
  constructor(
    private readonly questionnaires: Questionnaires,
    @Inject(RESPONSE_LISTENERS) private readonly listeners: readonly ResponseListener[],
  ) {}

  /**
   * Records answers in the transaction of the caller, who writes the effects.
   * @throws Problem 400 with a JSON pointer a fault; 404 for no such version; 409 `questionnaire-not-asked` for a
   * version that is not asked, `task-answered` when the task has its answers: PostgreSQL then has given the transaction
   * up, so nobody catches it inside.
   */
  async record(tx: EntityManager, input: NewResponse, occasion: Occasion, effects: Effects): Promise<RecordedAnswers> {
    const questionnaire = await this.questionnaires.version(tx, input.questionnaire);
    requireAsked(questionnaire, input);
    await requireAskedByTask(tx, input);
    const { definition } = questionnaire;
    const faults = faultsOfResponse(definition, input.items, input.itemsAt);
    if (faults.length > 0) throw Problem.invalid(faults);
    const items = input.items as ResponseItem[];
    const answers = answersIn(items);
    const scores = scoresOf(definition, answers);
    const response = newResponse(input, items, scores.total, await departmentOf(tx, input), occasion.now);
    await store(tx, response, scores.scores);
    const raised = raisedFlags(definition, answers);
    effects.event(...responseEvent(response, scores, raised));
    await raiseFlags(tx, response, raised, occasion, effects);
    const { besideTaskId } = input;
    const recorded: RecordedResponse = { response, definition, answers, scores, besideTaskId };
    for (const listener of this.listeners) await listener.onRecorded(tx, recorded, occasion, effects);
    return { id: response.id, score: scores.total, scores: scores.scores, flags: raised.map(({ rule }) => rule.key) };
  }
}

const DEPARTMENT = `
  SELECT coalesce((SELECT department_code FROM plan WHERE id = $1),
                  (SELECT department_code FROM stay WHERE encounter_id = $2),
                  (SELECT department_code FROM plan WHERE encounter_id = $2 ORDER BY id LIMIT 1)) AS code`;

/** A retired version still takes answers to what was asked by it: by a task, in a letter, or before. */
function requireAsked({ code, version, status }: QuestionnaireEntity, input: NewResponse): void {
  const { besideTaskId, taskId, channel, amends } = input;
  const wasAsked = (besideTaskId ?? taskId) !== undefined || channel === 'letter' || amends !== undefined;
  if (status === 'published' || (status === 'retired' && wasAsked)) return;
  throw Problem.conflict('questionnaire-not-asked', { code, version, status });
}

/** Of a task that asks something, only the answers to that; a nurse may ask more in one that asks nothing. */
async function requireAskedByTask(tx: EntityManager, { taskId, questionnaire }: NewResponse): Promise<void> {
  if (taskId === undefined) return;
  const [asked]: { code: string | null; version: number | null }[] = await tx.query(
    'SELECT questionnaire_code AS code, questionnaire_version AS version FROM task WHERE id = $1',
    [taskId],
  );
  if (!asked || asked.code === null) return;
  const isSame =
    asked.code === questionnaire.code && (asked.version ?? questionnaire.version) === questionnaire.version;
  if (isSame) return;
  const { code, version } = asked;
  throw Problem.conflict('task-asked-another', { code, version: version ?? '' }, { asked: { code, version } });
}

/** Of the plan that asks; else of the stay, or of what follows the visit up. */
async function departmentOf(tx: EntityManager, input: NewResponse): Promise<string | null> {
  const { departmentCode, planId, encounterId } = input;
  if (departmentCode !== undefined) return departmentCode;
  if (planId === undefined && encounterId === undefined) return null;
  const [found]: { code: string | null }[] = await tx.query(DEPARTMENT, [planId ?? null, encounterId ?? null]);
  return found?.code ?? null;
}

function newResponse(
  input: NewResponse,
  items: ResponseItem[],
  total: number | null,
  departmentCode: string | null,
  recordedAt: Date,
): ResponseEntity {
  const id = newId();
  return {
    id,
    questionnaireCode: input.questionnaire.code,
    questionnaireVersion: input.questionnaire.version,
    patientId: input.patientId,
    encounterId: input.encounterId ?? null,
    planId: input.planId ?? null,
    taskId: input.taskId ?? null,
    sampleId: input.sampleId ?? null,
    channel: input.channel,
    status: 'completed',
    amends: input.amends?.id ?? null,
    rootId: input.amends?.rootId ?? id,
    items,
    score: total === null ? null : String(total),
    departmentCode,
    staffMemberId: input.staffMemberId ?? null,
    recordedBy: input.answeredBy?.id ?? null,
    recordedByName: input.answeredBy?.name || null,
    recordedAt,
  };
}

async function store(tx: EntityManager, response: ResponseEntity, scores: readonly Score[]): Promise<void> {
  try {
    await tx.insert(ResponseEntity, response);
  } catch (error) {
    if (!isUniqueViolation(error, 'response_of_task')) throw error;
    throw Problem.conflict('task-answered');
  }
  await tx.query(
    `INSERT INTO response_score (response_id, link_id, kind, score)
     SELECT $1, link_id, kind, score FROM unnest($2::text[], $3::text[], $4::numeric[]) AS s (link_id, kind, score)`,
    [response.id, scores.map(({ linkId }) => linkId), scores.map(({ kind }) => kind), scores.map(({ score }) => score)],
  );
}
