import type { HisReport, ReportedVisit } from '#contracts';
import { instantOf } from '../reports/instant.rules.js';
import type { VisitDetails, VisitReport, VisitReportKind } from './visit-details.rules.js';

/** A his.* event about a visit. */
export interface VisitEvent extends HisReport {
  visit: ReportedVisit;
}

/** What a HIS says of a visit, in our terms. Empty lists are not said: a message without DG1 deletes no diagnosis. */
export function visitReportOf(kind: VisitReportKind, visit: ReportedVisit, at: Date, zone: string): VisitReport {
  return {
    kind,
    at,
    details: detailsOf(visit, zone),
    ...(visit.dischargedAt === undefined ? {} : { dischargedAt: instantOf(visit.dischargedAt, zone) }),
  };
}

function detailsOf(visit: ReportedVisit, zone: string): Partial<VisitDetails> {
  const { class: visitClass, departmentCode, departmentName, ward, bed, attendingDoctor, disposition } = visit;
  const { admittedAt, diagnoses, procedures } = visit;
  return said({
    class: visitClass,
    departmentCode,
    departmentName,
    ward,
    bed,
    doctorCode: attendingDoctor?.code,
    doctorName: attendingDoctor?.name,
    disposition,
    admittedAt: admittedAt === undefined ? undefined : instantOf(admittedAt, zone),
    diagnoses: someOf(diagnoses.map(({ code, name, type }) => said({ code, name, type }))),
    procedures: someOf(
      procedures.map(({ code, name, performedAt, precision }) => said({ code, name, performedAt, precision })),
    ),
  });
}

function someOf<T>(list: T[]): T[] | undefined {
  return list.length === 0 ? undefined : list;
}

function said<T extends object>(fields: { [K in keyof T]: T[K] | undefined }): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}
