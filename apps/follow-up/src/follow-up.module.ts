import { EventBusModule, eventBusMigrations, PersonErasedConsumer, RoleRightsConsumer } from '#event-bus';
import { deadlineProviders, platformMigrations, PlatformModule } from '#platform';
import { Module } from '@nestjs/common';
import { HolidayWatch } from './calls/holiday-watch.js';
import { COMPLAINT_CALL_CONTROLLERS, COMPLAINT_CALL_PROVIDERS } from './complaint-calls/complaint-calls.wiring.js';
import { ClaimDeadlines } from './desk/claims.deadlines.js';
import { DESK_CONTROLLERS, DESK_ENTITIES, DESK_PROVIDERS } from './desk/desk.wiring.js';
import { DeskPersonData } from './desk/desk.person-data.js';
import { DeskRetention } from './desk/desk.retention.js';
import { FollowUpConfig } from './follow-up.config.js';
import { FollowUpRetention } from './follow-up.retention.js';
import {
  GREEN_CHANNEL_CONTROLLERS,
  GREEN_CHANNEL_DEADLINES,
  GREEN_CHANNEL_ENTITIES,
  GREEN_CHANNEL_PROVIDERS,
} from './green-channel/green-channel.wiring.js';
import { followUpMigrations } from './migrations/index.js';
import {
  PATIENT_PAGE_CONTROLLERS,
  PATIENT_PAGE_ENTITIES,
  PATIENT_PAGE_PROVIDERS,
} from './patient-pages/patient-pages.wiring.js';
import { PeopleConsumer } from './people/people.consumer.js';
import { PeoplePersonData } from './people/people.person-data.js';
import { PeopleStore } from './people/people.store.js';
import { Chronicle } from './plans/chronicle.js';
import { DischargesService } from './plans/discharges.service.js';
import { PlanChanges } from './plans/plan-changes.js';
import { PlanCompletion } from './plans/plan-completion.js';
import { PlanEntity } from './plans/plan.entity.js';
import { PlansPersonData } from './plans/plans.person-data.js';
import { PlansController } from './plans/plans.controller.js';
import { PlansService } from './plans/plans.service.js';
import { Joining } from './plans/joining.js';
import { PlansAtWill } from './plans/at-will.service.js';
import { PlanStarts } from './plans/plan-starts.js';
import { RunningPlans } from './plans/running-plans.js';
import { Redating } from './plans/redating.js';
import { Settlement } from './plans/settlement.js';
import { TrailEntryEntity } from './plans/trail-entry.entity.js';
import { PlanPrintsController } from './prints/plan-prints.controller.js';
import { ProtocolEntity } from './protocols/protocol.entity.js';
import { Previews } from './protocols/previews.service.js';
import { ProtocolDrafts } from './protocols/protocol-drafts.service.js';
import { ProtocolsController } from './protocols/protocols.controller.js';
import { ProtocolsService } from './protocols/protocols.service.js';
import { ResponsesPersonData } from './responses/responses.person-data.js';
import { RESPONSE_CONTROLLERS, RESPONSE_ENTITIES, RESPONSE_PROVIDERS } from './responses/responses.wiring.js';
import { AdmissionsService } from './stays/admissions.service.js';
import { EncountersConsumer } from './stays/encounters.consumer.js';
import { InHospitalCare } from './stays/in-hospital-care.js';
import { StatisticsController } from './statistics/statistics.controller.js';
import { StatisticsService } from './statistics/statistics.service.js';
import { OperationsService } from './stays/operations.service.js';
import { VisitCancellations } from './stays/visit-cancellations.js';
import { VisitsService } from './stays/visits.service.js';
import { StaysStore } from './stays/stays.store.js';
import { SURVEY_CONTROLLERS, SURVEY_ENTITIES, SURVEY_PROVIDERS } from './surveys/surveys.wiring.js';
import { NewTasks } from './tasks/new-tasks.js';
import { JoinedTasks } from './tasks/joined-tasks.js';
import { TaskHerald } from './tasks/task-herald.js';
import { EscalationDeadlines } from './tasks/escalations.deadlines.js';
import { TaskListeners } from './tasks/task-listener.js';
import { TaskSeries } from './tasks/task-series.js';
import { TaskEntity } from './tasks/task.entity.js';
import { TasksController } from './tasks/tasks.controller.js';
import { TaskDeadlines } from './tasks/tasks.deadlines.js';
import { TasksService } from './tasks/tasks.service.js';
import {
  SEGMENT_RUN_CONTROLLERS,
  SEGMENT_RUN_DEADLINES,
  SEGMENT_RUN_ENTITIES,
  SEGMENT_RUN_PROVIDERS,
} from './segment-runs/segment-runs.wiring.js';
import { FOLLOW_UP_TEXTS } from './texts.js';

@Module({
  imports: [
    PlatformModule.forService({
      service: 'follow-up',
      config: FollowUpConfig,
      texts: FOLLOW_UP_TEXTS,
      database: {
        entities: [
          ProtocolEntity,
          PlanEntity,
          TaskEntity,
          TrailEntryEntity,
          ...DESK_ENTITIES,
          ...PATIENT_PAGE_ENTITIES,
          ...GREEN_CHANNEL_ENTITIES,
          ...RESPONSE_ENTITIES,
          ...SURVEY_ENTITIES,
          ...SEGMENT_RUN_ENTITIES,
        ],
        migrations: [...platformMigrations, ...eventBusMigrations, ...followUpMigrations],
      },
    }),
    EventBusModule.forService('follow-up'),
  ],
  controllers: [
    RoleRightsConsumer,
    PersonErasedConsumer,
    PlansController,
    PlanPrintsController,
    ...DESK_CONTROLLERS,
    TasksController,
    ProtocolsController,
    ...RESPONSE_CONTROLLERS,
    EncountersConsumer,
    PeopleConsumer,
    StatisticsController,
    ...SURVEY_CONTROLLERS,
    ...SEGMENT_RUN_CONTROLLERS,
    ...PATIENT_PAGE_CONTROLLERS,
    ...GREEN_CHANNEL_CONTROLLERS,
    ...COMPLAINT_CALL_CONTROLLERS,
  ],
  providers: [
    FollowUpRetention,
    ...PATIENT_PAGE_PROVIDERS,
    ...GREEN_CHANNEL_PROVIDERS,
    ...COMPLAINT_CALL_PROVIDERS,
    PeoplePersonData,
    PlansPersonData,
    DeskPersonData,
    DeskRetention,
    ResponsesPersonData,
    PeopleStore,
    StaysStore,
    ProtocolsService,
    ProtocolDrafts,
    Previews,
    RunningPlans,
    AdmissionsService,
    InHospitalCare,
    DischargesService,
    VisitsService,
    VisitCancellations,
    OperationsService,
    Redating,
    PlansAtWill,
    PlanStarts,
    Joining,
    Settlement,
    PlanChanges,
    PlanCompletion,
    Chronicle,
    PlansService,
    ...DESK_PROVIDERS,
    TasksService,
    TaskSeries,
    TaskListeners,
    TaskHerald,
    JoinedTasks,
    NewTasks,
    StatisticsService,
    ...SURVEY_PROVIDERS,
    ...SEGMENT_RUN_PROVIDERS,
    ...RESPONSE_PROVIDERS,
    ...deadlineProviders(
      ...[...GREEN_CHANNEL_DEADLINES, EscalationDeadlines, TaskDeadlines, ClaimDeadlines, HolidayWatch],
      ...SEGMENT_RUN_DEADLINES,
    ),
  ],
})
export class FollowUpModule {}
