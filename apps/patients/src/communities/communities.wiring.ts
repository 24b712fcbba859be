import { Activities } from './activities.service.js';
import { ActivitiesController } from './activities.controller.js';
import { ArrivalQueries } from './arrivals.queries.js';
import { ArrivalsController } from './arrivals.controller.js';
import { CandidateQueries } from './candidates.queries.js';
import { Communities } from './communities.service.js';
import { CommunitiesController } from './communities.controller.js';
import { CommunitiesRetention } from './communities.retention.js';
import { CommunityAccess } from './community-access.js';
import { CommunityCheckDeadlines } from './community-checks.deadlines.js';
import { CommunityMember } from './community-member.entity.js';
import { CommunityMetrics } from './communities.metrics.js';
import { CommunitySettlement } from './community-settlement.js';
import { Community } from './community.entity.js';
import { DoctorHourDeadlines } from './doctor-hours.deadlines.js';
import { KnownStaff } from './known-staff.js';
import { KnownStaffConsumer } from './known-staff.consumer.js';
import { MemberQueries } from './members.queries.js';
import { Members } from './members.service.js';
import { MembersController } from './members.controller.js';
import { Memberships } from './memberships.js';
import { SilenceDeadlines } from './silence.deadlines.js';

export const COMMUNITY_ENTITIES = [Community, CommunityMember];

export const COMMUNITY_CONTROLLERS = [
  ArrivalsController,
  CommunitiesController,
  MembersController,
  ActivitiesController,
  KnownStaffConsumer,
];

export const COMMUNITY_DEADLINES = [CommunityCheckDeadlines, SilenceDeadlines, DoctorHourDeadlines];

export const COMMUNITY_PROVIDERS = [
  CommunitiesRetention,
  KnownStaff,
  CommunityAccess,
  Communities,
  Memberships,
  MemberQueries,
  Members,
  CandidateQueries,
  Activities,
  ArrivalQueries,
  CommunitySettlement,
  CommunityMetrics,
];
