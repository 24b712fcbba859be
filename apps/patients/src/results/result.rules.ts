import type { Abnormality, ReportedName, ReportedObservation, ResultKind, ResultStatus } from '#contracts';

/** What one report said; absent was not said. */
export interface ResultContent {
  readonly placerNumber?: string;
  readonly code?: string;
  readonly name?: string;
  readonly kind?: ResultKind;
  readonly section?: string;
  readonly visitNumber?: string;
  /** ISO 8601. */
  readonly observedAt?: string;
  readonly observations: readonly ReportedObservation[];
  readonly impression?: string;
  /** What the words are of. */
  readonly named?: readonly ReportedName[];
  /** Of what is said in words. */
  readonly abnormality?: Abnormality;
}

/** One report of a result. */
export interface ResultReport {
  readonly id: string;
  readonly toldAt: Date;
  /** Order of arrival, for reports of one time. */
  readonly arrival: number;
  readonly status: ResultStatus;
  readonly content: ResultContent;
  readonly hasText: boolean;
}

/** What holds of a result after all reports made of it. */
export interface ResultState extends Omit<ResultContent, 'observedAt' | 'abnormality' | 'named'> {
  readonly status: ResultStatus;
  readonly kind: ResultKind;
  readonly abnormality: Abnormality;
  readonly observedAt: Date;
  readonly reportedAt: Date;
  /** The report whose text holds. */
  readonly textVersion?: string;
}

/** How sure a status is. What was taken back gives way to whatever is told after it. */
const SURENESS: Record<ResultStatus, number> = { preliminary: 1, final: 2, corrected: 3, withdrawn: 4 };
const RISING: readonly Abnormality[] = ['normal', 'abnormal', 'critical'];

interface Words {
  readonly status: ResultStatus;
  readonly version: string;
  readonly impression?: string;
  readonly named: readonly ReportedName[];
  readonly abnormality: Abnormality;
}

interface Fold {
  status: ResultStatus | undefined;
  facts: Omit<ResultContent, 'observations' | 'named'>;
  values: Map<string, ReportedObservation>;
  words: Words | undefined;
  reportedAt: Date;
  /** Reports that were less sure than what held when they were made. */
  readonly outranked: string[];
}

/**
 * What holds of a result (PT-2, ADR 61): its reports in the order in which they were told, whatever the order in which
 * they came. A preliminary value never replaces a final or corrected one, nor a final one a corrected, until it is taken
 * back; what a report does not name still holds. When the last is taken back the result is, too. Words are one: a part of
 * them that is taken back takes them all.
 */
export function settleResult(reports: readonly [ResultReport, ...ResultReport[]]): {
  state: ResultState;
  /** Ids of reports that were less sure than what held. */
  outranked: readonly string[];
} {
  const ordered = reports.toSorted(byTime);
  const [first = reports[0]] = ordered;
  const fold: Fold = {
    ...{ status: undefined, facts: {}, values: new Map(), words: undefined },
    ...{ reportedAt: first.toldAt, outranked: [] },
  };
  for (const report of ordered) apply(fold, report);
  return { state: stateOf(fold, first), outranked: fold.outranked };
}

/**
 * Codes and names by which a result may be sensitive (PT-9): those of all its reports, for it is shown with them, also
 * with what was taken back. The same whatever the order in which they came.
 */
export function marksOf(reports: readonly Pick<ResultReport, 'content'>[]): { codes: string[]; words: string } {
  const all = reports.flatMap(({ content }) => [content, ...content.observations, ...(content.named ?? [])]);
  const distinct = (texts: readonly string[]) => [...new Set(texts)].sort();
  return {
    codes: distinct(all.flatMap(({ code }) => code ?? [])),
    words: distinct(all.flatMap(({ name }) => name ?? [])).join('\n'),
  };
}

function byTime(a: ResultReport, b: ResultReport): number {
  return a.toldAt.getTime() - b.toldAt.getTime() || SURENESS[a.status] - SURENESS[b.status] || a.arrival - b.arrival;
}

function apply(fold: Fold, { id, status, content, toldAt, hasText }: ResultReport): void {
  if (status === 'withdrawn') {
    Object.assign(fold, { status, values: new Map(), words: undefined, reportedAt: toldAt });
    fold.facts = { ...fold.facts, ...said(content) };
    return;
  }
  const gives = fold.status !== undefined && !yields(fold.status, status);
  if (gives) fold.outranked.push(id);
  const speaks = hasText || content.impression !== undefined;
  const onlyBack = !speaks && takesBackAll(content);
  // A report that only takes back speaks of its values: what was said of the whole result stays.
  fold.facts = gives || onlyBack ? { ...said(content), ...fold.facts } : { ...fold.facts, ...said(content) };
  if (!gives) Object.assign(fold, { status, reportedAt: toldAt });
  for (const value of content.observations) applyValue(fold, value);
  if (speaks && (!fold.words || yields(fold.words.status, status))) {
    const { impression, abnormality = 'normal', named = [] } = content;
    fold.words = { status, version: id, abnormality, named, ...(impression === undefined ? {} : { impression }) };
  }
  if (onlyBack && fold.values.size === 0 && !fold.words)
    Object.assign(fold, { status: 'withdrawn', reportedAt: toldAt });
}

function applyValue(fold: Fold, value: ReportedObservation): void {
  const what = value.code ?? value.name;
  const key = JSON.stringify([what, value.subId]);
  const held = fold.values.get(key);
  if (value.status !== 'withdrawn') {
    if (!held || yields(held.status, value.status)) fold.values.set(key, value);
    return;
  }
  fold.values.delete(key);
  if (fold.words?.named.some(({ code, name }) => (code ?? name) === what)) fold.words = undefined;
}

function takesBackAll({ observations }: ResultContent): boolean {
  return observations.length > 0 && observations.every(({ status }) => status === 'withdrawn');
}

/** Whether what holds with one status gives way to what is told later with another. */
function yields(held: ResultStatus, told: ResultStatus): boolean {
  return held === 'withdrawn' || SURENESS[told] >= SURENESS[held];
}

function said({ observations: _values, named: _named, ...facts }: ResultContent): Fold['facts'] {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

function stateOf({ status, facts, values, words, reportedAt }: Fold, first: ResultReport): ResultState {
  const { observedAt, abnormality: _of, impression: _words, ...described } = facts;
  const observations = [...values.values()];
  const all = [...observations.map((each) => each.abnormality), words?.abnormality ?? 'normal'];
  return {
    ...described,
    status: status ?? first.status,
    kind: facts.kind ?? 'other',
    abnormality: RISING.findLast((each) => all.includes(each)) ?? 'normal',
    observedAt: observedAt === undefined ? first.toldAt : new Date(observedAt),
    reportedAt,
    observations,
    ...(words ? { textVersion: words.version } : {}),
    ...(words?.impression === undefined ? {} : { impression: words.impression }),
  };
}
