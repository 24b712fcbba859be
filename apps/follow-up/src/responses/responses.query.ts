import { listPage, type Page } from '#platform';
import type { EntityManager } from 'typeorm';
import { confidentialIn, placedItems, type QuestionnaireDefinition } from '../questionnaires/questionnaire.rules.js';
import { shownItems } from './answer.rules.js';
import { ResponseEntity } from './response.entity.js';
import type {
  ResponseDetail,
  ResponseFlagView,
  ResponseScoreView,
  ResponsesQuery,
  ResponseSummary,
} from './responses.dto.js';
import { RESPONSES } from './responses.list.js';

export async function responsePage(
  manager: EntityManager,
  query: ResponsesQuery,
  patientIds: string[] | undefined,
): Promise<Page<ResponseSummary>> {
  const select = manager.createQueryBuilder(ResponseEntity, 'response');
  if (patientIds !== undefined) select.where('response.patient_id = ANY(:patientIds::uuid[])', { patientIds });
  const page = await listPage(select, RESPONSES, query);
  return { ...page, items: page.items.map(summaryOf) };
}

/** @param seesConfidential whether answers and flags about gifts are told */
export async function responseDetail(
  manager: EntityManager,
  row: ResponseEntity,
  definition: QuestionnaireDefinition,
  seesConfidential: boolean,
): Promise<ResponseDetail> {
  const confidential = seesConfidential ? new Set<string>() : confidentialIn(placedItems(definition));
  const scores: ResponseScoreView[] = await manager.query(
    `SELECT link_id AS "linkId", kind, score::float8 AS score FROM response_score WHERE response_id = $1 ORDER BY link_id`,
    [row.id],
  );
  const flags: (Omit<ResponseFlagView, 'raisedAt'> & { raisedAt: Date })[] = await manager.query(
    `SELECT flag, kind, link_ids AS "linkIds", raised_at AS "raisedAt" FROM response_flag
      WHERE root_id = $1 AND (kind <> 'gift' OR $2) ORDER BY flag`,
    [row.rootId, seesConfidential],
  );
  return {
    ...summaryOf(row),
    items: shownItems(row.items, confidential, true),
    scores,
    flags: flags.map((flag) => ({ ...flag, raisedAt: flag.raisedAt.toISOString() })),
  };
}

function summaryOf(row: ResponseEntity): ResponseSummary {
  const { id, questionnaireCode, questionnaireVersion, patientId, encounterId, planId, taskId, channel } = row;
  const { status, amends, departmentCode, staffMemberId, recordedBy, recordedByName } = row;
  return {
    ...{ id, questionnaireCode, questionnaireVersion, patientId, encounterId, planId, taskId, channel },
    ...{ status, amends, departmentCode, staffMemberId, recordedBy, recordedByName },
    score: row.score === null ? null : Number(row.score),
    recordedAt: row.recordedAt.toISOString(),
  };
}
