import { contractOf, EncounterDischargedV1 } from '#contracts';

/** What the REST API knows of one discharge; a part is missing as long as it has not come that far. */
export interface Trail {
  message?: { controlId: string; messageType?: string; event?: string; receivedAt?: string; status?: string };
  patient?: { id: string; name?: string | null };
  plan?: {
    id: string;
    protocol?: string;
    dischargedOn?: string | null;
    status?: string;
    /** What happened to it, and the id of the event behind it. */
    trail?: { what: string; cause: string | null }[];
    tasks: { step: string; opensOn: string; dueOn: string | null; status: string }[];
  };
}

/** The way of a discharge, one line a station. */
export function describeTrail({ message, patient, plan }: Trail, controlId: string): string[] {
  const creation = plan?.trail?.find(({ what }) => what === 'created')?.cause ?? undefined;
  const stations: [string, string | undefined][] = [
    ['message', message && `${controlId} ${known(message.messageType, message.event, message.status)}`],
    ['patient', patient && `${patient.name ?? ''} ${patient.id}`],
    ['event', creation && `${contractOf(EncounterDischargedV1).subject} ${creation}`],
    ['plan', plan && `${plan.id} ${known(plan.status, plan.dischargedOn && `discharged ${plan.dischargedOn}`)}`],
  ];
  return [
    ...stations.map(([station, facts]) => `  ${station.padEnd(8)} ${facts ?? 'not there yet'}`),
    ...(plan?.tasks ?? []).map((task) => `  ${'task'.padEnd(8)} ${taskLine(task)}`),
  ];
}

function taskLine({ step, opensOn, dueOn, status }: NonNullable<Trail['plan']>['tasks'][number]): string {
  return `${step.padEnd(14)} opens ${opensOn}  due ${dueOn ?? 'at no date'}  ${status}`;
}

function known(...facts: (string | null | undefined)[]): string {
  return facts.filter(Boolean).join(', ');
}
