import type { HisResultReportedV1, HisResultWithdrawnV1, ReportedOrder } from '#contracts';
import { instantOf, notAfter } from '../reports/instant.rules.js';
import type { ResultContent } from './result.rules.js';
import type { ResultStatus } from '#contracts';

/** What a laboratory or imaging system told of a result, in our terms. */
export interface ToldResult {
  readonly service: string;
  readonly status: ResultStatus;
  readonly content: ResultContent;
  readonly text: string | null;
  readonly textParts: number;
}

export function toldByReport({ result, visitNumber }: HisResultReportedV1, zone: string, now: Date): ToldResult {
  const { kind, section, observations, impression, abnormality, observedAt, named } = result;
  const at = observedAt === undefined ? undefined : notAfter(instantOf(observedAt, zone), now).toISOString();
  return {
    service: serviceOf(result),
    status: result.status,
    content: {
      ...{ ...orderOf(result), kind, section, visitNumber, observations, impression, abnormality, observedAt: at },
      ...(named === undefined ? {} : { named }),
    },
    text: result.text ?? null,
    textParts: result.textParts,
  };
}

export function toldByWithdrawal({ order, visitNumber }: HisResultWithdrawnV1): ToldResult {
  const content = { ...orderOf(order), visitNumber, observations: [] };
  return { service: serviceOf(order), status: 'withdrawn', content, text: null, textParts: 0 };
}

const serviceOf = ({ code, name }: ReportedOrder): string => code ?? name ?? '';

const orderOf = ({ placerNumber, code, name }: ReportedOrder) => ({ placerNumber, code, name });
