import { CONTACT_KINDS } from '../contacts/contact.entity.js';
import { OFFER_TEXTS } from '../winback/offer-texts.js';
import { medicationEntries, resultEntries } from '../results/results.timeline.js';
import type { TimelineKind } from './timeline-kinds.js';

/** Where the entries of some kinds come from: a query of (id, kind, at, patient_id, what, title, outcome, encounter_id, subject_id). */
interface TimelinePart {
  kinds: readonly TimelineKind[];
  /** As somebody may see it who may see sensitive results and drugs (PT-9), or not. */
  sql: string | ((seesSensitive: boolean) => string);
}

/** As the sender wrote it, where that is an instant; a procedure without one stands where its visit does. */
const PERFORMED_AT = `CASE WHEN part ->> 'performedAt' ~ '([+-]\\d\\d:?\\d\\d|Z)$'
         AND is_instant(part ->> 'performedAt')
    THEN (part ->> 'performedAt')::timestamptz ELSE began_at END`;

/** SQL: the diagnoses or procedures of the visits that were not cancelled. */
const clinical = (kind: 'diagnosis' | 'procedure', list: string, at: string, outcome: string) => `
  SELECT '${kind}:' || encounter.id || ':' || nth AS id, '${kind}' AS kind, ${at} AS at, patient_id,
         coalesce(part ->> 'code', '') AS what, part ->> 'name' AS title, ${outcome} AS outcome,
         encounter.id AS encounter_id, NULL::uuid AS subject_id
    FROM encounter CROSS JOIN LATERAL jsonb_array_elements(${list}) WITH ORDINALITY AS each (part, nth)
   WHERE patient_id = ANY ($1::uuid[]) AND status <> 'cancelled'`;

const OFFER_IN_WORDS = `CASE offer ${Object.entries(OFFER_TEXTS)
  .map(([offer, text]) => `WHEN '${offer}' THEN '${text['zh-CN']}'`)
  .join(' ')} END`;

/** What is shown of a fact here; who may see names, phones and words of the person finds them with the facts. */
const FACT_TITLE = `CASE topic WHEN 'allergies' THEN value ->> 'substance' WHEN 'conditions' THEN value ->> 'code'
    WHEN 'source' THEN value ->> 'kind' WHEN 'bloodType' THEN value #>> '{}' END`;

/** SQL: the rows of a table that say when something began, or the same rows where they say when it ended. */
const span = (kind: 'fact' | 'promise', table: string, at: string, what: string, title: string, outcome: string) => `
  SELECT '${kind}:' || id || ':${at.replace('_at', '')}' AS id, '${kind}' AS kind, ${at} AS at, person_id AS patient_id,
         ${what} AS what, ${title} AS title, ${outcome} AS outcome, NULL::uuid AS encounter_id, id AS subject_id
    FROM ${table} WHERE person_id = ANY ($1::uuid[]) AND ${at} IS NOT NULL`;

/** On the timelines of both (PT-7); the price only where it may be seen. */
function giftPart(side: 'given' | 'received'): TimelinePart {
  const [party, title] = {
    given: ['buyer_id', 'true'],
    received: ['beneficiary_id', 'NOT price_hidden'],
  }[side] as [string, string];
  return {
    kinds: ['gift'],
    sql: `SELECT 'gift:' || id || ':${side}' AS id, 'gift' AS kind, recorded_at AS at, ${party} AS patient_id,
                 '${side}' AS what, package_name || CASE WHEN ${title} THEN ' ¥' || price ELSE '' END AS title,
                 CASE WHEN cancelled_at IS NULL THEN 'standing' ELSE 'cancelled' END AS outcome,
                 NULL::uuid AS encounter_id, id AS subject_id
            FROM person_gift WHERE ${party} = ANY ($1::uuid[])`,
  };
}

/** That somebody came into a community (PT-10), and how; or left, and why. */
function communityPart(what: 'joined' | 'left'): TimelinePart {
  const outcome = what === 'joined' ? 'joined_how' : 'left_reason';
  return {
    kinds: ['community'],
    sql: `SELECT 'community-${what}:' || m.id AS id, 'community' AS kind, m.${what}_at AS at, m.person_id AS patient_id,
                 '${what}' AS what, c.name_zh AS title, m.${outcome} AS outcome, NULL::uuid AS encounter_id,
                 c.id AS subject_id
            FROM community_member m JOIN community c ON c.id = m.community_id
           WHERE m.person_id = ANY ($1::uuid[]) AND m.${what}_at IS NOT NULL`,
  };
}

/** Each part reads the rows of a few records by an index of its table; a person has hundreds at most. */
const PARTS: TimelinePart[] = [
  {
    kinds: ['encounter'],
    sql: `SELECT 'encounter:' || id AS id, 'encounter' AS kind, began_at AS at, patient_id, class AS what,
                 department_name AS title, status AS outcome, id AS encounter_id, NULL::uuid AS subject_id
            FROM encounter WHERE patient_id = ANY ($1::uuid[])`,
  },
  { kinds: ['diagnosis'], sql: clinical('diagnosis', 'diagnoses', 'began_at', `part ->> 'type'`) },
  { kinds: ['procedure'], sql: clinical('procedure', 'procedures', PERFORMED_AT, 'NULL') },
  { kinds: ['result'], sql: (sees) => resultEntries('result', `kind <> 'imaging'`, sees) },
  { kinds: ['imaging'], sql: (sees) => resultEntries('imaging', `kind = 'imaging'`, sees) },
  { kinds: ['medication'], sql: medicationEntries },
  {
    kinds: ['decision'],
    sql: `SELECT 'decision:' || id AS id, 'decision' AS kind, decided_at AS at, person_id AS patient_id, topic AS what,
                 NULL AS title, CASE WHEN holds THEN 'begun' ELSE 'ended' END AS outcome, NULL::uuid AS encounter_id,
                 id AS subject_id
            FROM person_decision WHERE person_id = ANY ($1::uuid[])`,
  },
  {
    kinds: ['merge'],
    sql: `SELECT 'merge:' || id AS id, 'merge' AS kind, merged_at AS at, retired_id AS patient_id, cause AS what,
                 NULL AS title, CASE WHEN undone_at IS NULL THEN 'standing' ELSE 'undone' END AS outcome,
                 NULL::uuid AS encounter_id, id AS subject_id
            FROM person_merge WHERE survivor_id = ANY ($1::uuid[]) OR retired_id = ANY ($1::uuid[])`,
  },
  {
    kinds: ['fact'],
    sql: span(
      'fact',
      'person_fact',
      'recorded_at',
      'topic',
      FACT_TITLE,
      `CASE WHEN value IS NULL THEN 'ended' ELSE 'begun' END`,
    ),
  },
  { kinds: ['fact'], sql: span('fact', 'person_fact', 'ended_at', 'topic', FACT_TITLE, `'ended'`) },
  {
    kinds: ['card'],
    sql: `SELECT 'card:' || id AS id, 'card' AS kind, created_at AS at, person_id AS patient_id, level AS what,
                 NULL AS title, valid_until AS outcome, NULL::uuid AS encounter_id, id AS subject_id
            FROM membership_card WHERE person_id = ANY ($1::uuid[])`,
  },
  // What was promised is in the words of who promised: it is read with the promises.
  {
    kinds: ['promise'],
    sql: span(
      'promise',
      'promise',
      'made_at',
      `'made'`,
      'due_on',
      `CASE WHEN kept_at IS NULL THEN 'open' ELSE 'kept' END`,
    ),
  },
  { kinds: ['promise'], sql: span('promise', 'promise', 'kept_at', `'kept'`, 'due_on', `'kept'`) },
  ...(['given', 'received'] as const).map(giftPart),
  ...(['joined', 'left'] as const).map(communityPart),
  {
    kinds: ['win-back'],
    // A step that another followed was not answered.
    sql: `SELECT 'win-back:' || ladder.id || ':' || made.step AS id, 'win-back' AS kind, made.at,
                 ladder.person_id AS patient_id, offer AS what, ${OFFER_IN_WORDS} AS title,
                 CASE WHEN made.step < ladder.step THEN 'no-answer' ELSE coalesce(answer, outcome) END AS outcome,
                 NULL::uuid AS encounter_id, ladder.id AS subject_id
            FROM win_back ladder JOIN win_back_step made ON made.win_back_id = ladder.id
           WHERE ladder.person_id = ANY ($1::uuid[])`,
  },
  ...CONTACT_KINDS.map((kind) => ({
    kinds: [kind],
    sql: `SELECT 'contact:' || event_id AS id, kind, at, person_id AS patient_id, what, step AS title, outcome,
                 encounter_id, subject_id
            FROM contact WHERE person_id = ANY ($1::uuid[]) AND kind = '${kind}'`,
  })),
];

/** SQL: all that happened to the records in `$1`, of these kinds. */
export function timelineOf(kinds: readonly TimelineKind[], seesSensitive: boolean): string {
  const wanted = PARTS.filter((part) => part.kinds.some((kind) => kinds.includes(kind)));
  return wanted.map(({ sql }) => (typeof sql === 'string' ? sql : sql(seesSensitive))).join('\nUNION ALL\n');
}
