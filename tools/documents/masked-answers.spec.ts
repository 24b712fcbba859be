import { AUDIT_MARK, type AuditMark, answerTypeOf, fieldsOf, Masking, type Rights } from '#platform';
import { describe, expect, it } from '@jest/globals';
import type { DynamicModule, Type } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { documentedServices } from './documented-services.js';

type Module = Type | DynamicModule;

/** Fields called like a patient's data. */
const TELLING =
  /^(name|fullName|.*Name|phones?|raw|e164|mobile|nationalId|idNumber|address|birthDate|dateOfBirth|mrn|recordNumbers?|identifiers?|visitNumber|number|text|answers|notes?|.*Note|email|event|repairedEvent|before|after)$/;

/** Those that are called so and tell nothing of a patient, and why. */
const NOT_OF_PATIENTS: Record<string, string> = {
  'GiftView.packageName': 'the name of a package',
  'TrailEntry.actorName': 'staff',
  'Task.completedByName': 'staff',
  'ResponseSummary.recordedByName': 'staff',
  'ResponseDetail.recordedByName': 'staff',
  'QuestionnaireItemDto.text': 'what is asked',
  'NurseView.name': 'staff',
  'NurseShare.name': 'staff',
  'NurseShare.before': 'a count of tasks',
  'Attempt.number': 'which attempt it is',
  'Attempt.byName': 'staff',
  'ContactTimes.notedByName': 'staff',
  'FollowUpGroup.name': 'a department, a protocol or staff',
  'SurveyRule.name': 'what a rule is called',
  'SegmentRun.segmentName': 'what a segment is called',
  'SegmentRun.departmentName': 'a department',
  'GreenChannelCase.acknowledgedByName': 'staff',
  'GreenChannelCase.closedByName': 'staff',
  'AuditEntry.actorName': 'staff',
  'EncounterView.doctorName': 'staff',
  'CommunityOwner.name': 'staff',
  'EncounterView.departmentName': 'a department',
  'Plan.departmentName': 'a department',
  'PlanDetail.departmentName': 'a department',
  'EncounterDiagnosis.name': 'the name of a disease',
  'EncounterProcedure.name': 'the name of an operation',
  'ResultView.name': 'the name of an examination',
  'ResultDetail.name': 'the name of an examination',
  'ResultObservation.name': 'the name of a test',
  'ResultObservation.number': 'a measured value',
  'MedicationView.name': 'the name of a drug',
  'MedicationView.doctorName': 'staff',
  'Segment.name': 'what a saved filter is called',
  'JobSummary.name': 'a kind of job',
  'JobDetail.name': 'a kind of job',
  'JobScheduleView.name': 'a kind of job',
  'RetentionRuleState.name': 'a table',
  'ParkedEventDetail.resolutionNote': 'why an operator gave an event up',
  'BoardFacts.number': 'of a ticket',
  'BoardFacts.holderName': 'staff',
  'BoardCard.number': 'of a ticket',
  'BoardCard.holderName': 'staff',
  'Ticket.number': 'of a ticket',
  'OpenTicket.number': 'of a ticket',
  'Ticket.holderName': 'staff',
  'Ticket.openedByName': 'staff',
  'TicketEntry.byName': 'staff',
  'TicketWatcher.accountName': 'staff',
  'TicketClock.name': 'of a kind of clock',
  'TicketClock.stoppedByName': 'staff',
  'ClockSegment.text': 'words of a catalogue',
  'ClockLine.actorName': 'staff',
  'CaseStep.byName': 'staff',
  'Measure.plannedByName': 'staff',
  'Measure.doneByName': 'staff',
  'Measure.judgedByName': 'staff',
  'ReturnCall.endedByName': 'staff',
  'Praise.recordedByName': 'staff',
  'Praise.decidedByName': 'staff',
  'PraiseReward.decidedByName': 'staff',
  'Award.proposedByName': 'staff',
  'Award.approvedByName': 'staff',
  'BonusVeto.name': 'staff',
  'AwardCandidate.name': 'a department or staff',
  'AwardGround.number': 'of a ticket',
  'UnmatchedComplaint.number': 'of a ticket',
  'Award.note': 'about departments and staff',
  'PublicReceipt.number': 'of a ticket',
  'PublicAnswer.number': 'of a ticket',
  'MessageSummary.event': 'the code of a kind of event, A03',
  'Message.event': 'the code of a kind of event, A03',
  'Definition.givenNameIsFullName': 'a setting of a partner',
  'Patient.phones': 'a list whose parts are marked',
  'Patient.identifiers': 'a list whose parts are marked',
};
/** Answers of apps/staff are of those who work here, never of patients. */
const OF_STAFF = 'staff';

/** Its middle is what nobody may see, whatever it is taken for. */
const SECRET = 'AB "0123 秘密值 456789" YZ 0123';

const nobody = new Masking({ allows: () => false } as unknown as Rights);

function controllersOf(module: Module, seen = new Set<unknown>()): Type[] {
  if (seen.has(module)) return [];
  seen.add(module);
  const [type, dynamic] = 'module' in module ? [module.module, module] : [module, undefined];
  const listed = <T>(key: 'imports' | 'controllers') => [
    ...((Reflect.getMetadata(key, type) as T[] | undefined) ?? []),
    ...((dynamic?.[key] as T[] | undefined) ?? []),
  ];
  const imports = listed<unknown>('imports').filter(
    (each): each is Module =>
      typeof each === 'function' || (typeof each === 'object' && each !== null && 'module' in each),
  );
  return [...listed<Type>('controllers'), ...imports.flatMap((each) => controllersOf(each, seen))];
}

function handlersOf(controller: Type): { route: string; controller: Type; handler: object }[] {
  const prototype = controller.prototype as Record<string, unknown>;
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = prototype[name];
    const isRoute =
      name !== 'constructor' && typeof handler === 'function' && Reflect.hasMetadata(PATH_METADATA, handler);
    return isRoute ? [{ route: `${controller.name}.${name}`, controller, handler }] : [];
  });
}

/** Every class that can be found in an answer of a service. */
function answerClasses(module: Module): Set<Type> {
  const found = new Set<Type>();
  const add = (type: Type | undefined): void => {
    if (!type || found.has(type)) return;
    found.add(type);
    for (const field of fieldsOf(type)) add(field.type);
  };
  for (const { handler } of controllersOf(module).flatMap(handlersOf)) add(answerTypeOf(handler));
  return found;
}

describe('the answers of every service', () => {
  it('PT-9: every field that is marked personal is masked to a caller without the right', async () => {
    const seen: string[] = [];
    for (const { name, module } of await documentedServices()) {
      for (const type of answerClasses(module)) {
        for (const field of fieldsOf(type).filter(({ mark }) => mark)) {
          for (const value of [SECRET, [SECRET]]) {
            const answered = JSON.stringify(nobody.answer(type, { [field.name]: value }));
            expect([`${name} ${type.name}.${field.name}`, answered]).not.toEqual([
              expect.anything(),
              JSON.stringify({ [field.name]: value }),
            ]);
            expect(answered).not.toContain('秘密值');
          }
          seen.push(`${name} ${type.name}.${field.name}`);
        }
      }
    }
    expect(seen.length).toBeGreaterThan(25);
    for (const field of [
      ...['name', 'birthDate', 'nationalId', 'address'].map((each) => `patients Patient.${each}`),
      ...['PatientPhone.raw', 'PatientPhone.e164', 'RecordNumber.value', 'PatientDocument.number'].map(
        (each) => `patients ${each}`,
      ),
      ...['Task.note', 'PlanDetail.endNote', 'TrailEntry.note'].map((each) => `follow-up ${each}`),
      ...['Message.text', 'Message.answers', 'Message.recordNumbers', 'MessageProblem.text'].map(
        (each) => `his ${each}`,
      ),
    ]) {
      expect(seen).toContain(field);
    }
  });

  it('PT-9: no field called like personal data of a patient goes unmarked', async () => {
    const unmarked: string[] = [];
    for (const { name, module } of (await documentedServices()).filter((each) => each.name !== OF_STAFF)) {
      for (const type of answerClasses(module)) {
        const fields = fieldsOf(type).filter((field) => !field.mark && TELLING.test(field.name));
        unmarked.push(
          ...fields
            .map((field) => `${type.name}.${field.name}`)
            .filter((each) => !(each in NOT_OF_PATIENTS))
            .map((each) => `${name} ${each}`),
        );
      }
    }
    expect(unmarked).toEqual([]);
  });

  it('PT-9: of staff, nothing refers to a patient', async () => {
    const staff = (await documentedServices()).find(({ name }) => name === OF_STAFF);
    const fields = [...answerClasses(staff?.module as Type)].flatMap((type) =>
      fieldsOf(type)
        .filter(({ mark }) => !mark)
        .map(({ name }) => `${type.name}.${name}`),
    );
    expect(fields.length).toBeGreaterThan(30);
    expect(fields.filter((field) => /patient|nationalId|birthDate|address$|mrn|recordNumber/i.test(field))).toEqual([
      'SessionView.clientAddress',
      'AuditEntry.clientAddress',
    ]);
  });

  it('PT-9: an answer whose class is not stated could not be masked: every one about people does', async () => {
    const silent: string[] = [];
    for (const { name, module } of await documentedServices()) {
      for (const { route, controller, handler } of controllersOf(module).flatMap(handlersOf)) {
        const responses = (Reflect.getMetadata('swagger/apiResponse', handler) ?? {}) as Record<
          string,
          { content?: unknown }
        >;
        const none = Object.entries(responses).some(
          ([code, { content }]) => code === '204' || (/^2/.test(code) && content),
        );
        const mark = (Reflect.getMetadata(AUDIT_MARK, handler) ?? Reflect.getMetadata(AUDIT_MARK, controller)) as
          AuditMark | undefined;
        if (mark?.audited && !none && !answerTypeOf(handler)) silent.push(`${name}: ${route}`);
      }
    }
    expect([...new Set(silent)]).toEqual([]);
  });
});
