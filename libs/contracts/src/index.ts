export { allContracts, contractFor, contractOf, EventContract } from './event-contract.js';
export type { EventClass, EventContractOptions, RegisteredContract } from './event-contract.js';
export { allQuestions, QuestionContract, questionOf, type RegisteredQuestion } from './question-contract.js';
export * from './vocabulary/roles.js';
export * from './vocabulary/rights.js';
export * from './vocabulary/clinical.js';
export * from './vocabulary/complaint-calls.js';
export * from './vocabulary/consent.js';
export * from './vocabulary/results.js';
export * from './vocabulary/family.js';
export * from './vocabulary/communities.js';
export * from './vocabulary/lifecycle.js';
export * from './vocabulary/responses.js';
export * from './vocabulary/vouchers.js';
export { HisReport } from './his/his-report.js';
export { PatientIdentifier, ReportedPatient } from './his/reported-patient.js';
export {
  ReportedDiagnosis,
  ReportedDoctor,
  ReportedProcedure,
  ReportedVisit,
  ROUGH_PRECISIONS,
  type RoughPrecision,
} from './his/reported-visit.js';
export { HisDischargeCancelledV1 } from './his/discharge-cancelled.v1.js';
export { HisPatientUpdatedV1 } from './his/patient-updated.v1.js';
export { HisPatientsMergedV1 } from './his/patients-merged.v1.js';
export { HisVisitAdmittedV1 } from './his/visit-admitted.v1.js';
export { HisVisitCancelledV1 } from './his/visit-cancelled.v1.js';
export { HisVisitDischargedV1 } from './his/visit-discharged.v1.js';
export { HisVisitPreadmittedV1 } from './his/visit-preadmitted.v1.js';
export { HisVisitRegisteredV1 } from './his/visit-registered.v1.js';
export { HisVisitTransferredV1 } from './his/visit-transferred.v1.js';
export { ReportedMedication, ReportedMedicationOrder } from './his/reported-medication.js';
export { ReportedName, ReportedObservation, ReportedOrder, ReportedResult } from './his/reported-result.js';
export { HisMedicationDispensedV1 } from './his/medication-dispensed.v1.js';
export { HisMedicationOrderedV1 } from './his/medication-ordered.v1.js';
export { HisMedicationStoppedV1 } from './his/medication-stopped.v1.js';
export { HisResultContinuedV1 } from './his/result-continued.v1.js';
export { HisResultReportedV1 } from './his/result-reported.v1.js';
export { HisResultWithdrawnV1 } from './his/result-withdrawn.v1.js';
export { PatientExportFinishedV1 } from './patients/export-finished.v1.js';
export { PatientImportFinishedV1 } from './patients/import-finished.v1.js';
export { EncounterAdmittedV1 } from './patients/encounter-admitted.v1.js';
export { EncounterCancelledV1 } from './patients/encounter-cancelled.v1.js';
export { EncounterDischargeCancelledV1 } from './patients/encounter-discharge-cancelled.v1.js';
export { EncounterDischargedV1 } from './patients/encounter-discharged.v1.js';
export { EncounterProcedureRecordedV1 } from './patients/encounter-procedure-recorded.v1.js';
export { EncounterProcedureWithdrawnV1 } from './patients/encounter-procedure-withdrawn.v1.js';
export { EncounterRegisteredV1 } from './patients/encounter-registered.v1.js';
export { BirthdayApproachedV1 } from './patients/birthday-approached.v1.js';
export { BirthdayArrivedV1 } from './patients/birthday-arrived.v1.js';
export { FamilyRecipient, FamilyRelative } from './patients/family-recipient.js';
export { PatientFamilyChangedV1 } from './patients/family-changed.v1.js';
export { GiftCancelledV1 } from './patients/gift-cancelled.v1.js';
export { GiftRecordedV1 } from './patients/gift-recorded.v1.js';
export { CommunityChangedV1 } from './patients/community-changed.v1.js';
export { CommunityClosedV1 } from './patients/community-closed.v1.js';
export { CommunityCreatedV1 } from './patients/community-created.v1.js';
export { CommunityHourApproachedV1 } from './patients/community-hour-approached.v1.js';
export { CommunityHourBeganV1 } from './patients/community-hour-began.v1.js';
export { CommunityJoinedV1 } from './patients/community-joined.v1.js';
export { CommunityLeftV1 } from './patients/community-left.v1.js';
export { CommunityMemberSilentV1 } from './patients/community-member-silent.v1.js';
export { PersonLifecycleChangedV1 } from './patients/person-lifecycle-changed.v1.js';
export { WinBackEndedV1 } from './patients/win-back-ended.v1.js';
export { WinBackStartedV1 } from './patients/win-back-started.v1.js';
export { WinBackStepDueV1 } from './patients/win-back-step-due.v1.js';
export { ConsentChangedV1 } from './patients/consent-changed.v1.js';
export { SegmentMembersQuestionV1, type SegmentHead } from './patients/segment-members-question.v1.js';
export { ErasurePreviewQuestionV1 } from './patients/erasure-preview-question.v1.js';
export { KnownRecordNumber, PersonDataQuestionV1 } from './patients/person-data-question.v1.js';
export { MedicationChangedV1 } from './patients/medication-changed.v1.js';
export { ResultRecordedV1 } from './patients/result-recorded.v1.js';
export { PersonDeathRevokedV1 } from './patients/person-death-revoked.v1.js';
export { PersonDeceasedV1 } from './patients/person-deceased.v1.js';
export { ErasedStore, ErasureReport } from './patients/erasure-report.js';
export { PersonErasedV1 } from './patients/person-erased.v1.js';
export { FollowUpErasureReportedV1 } from './follow-up/erasure-reported.v1.js';
export { HisErasureReportedV1 } from './his/erasure-reported.v1.js';
export { StaffErasureReportedV1 } from './staff/erasure-reported.v1.js';
export { PersonMergedV1 } from './patients/person-merged.v1.js';
export { PersonRegisteredV1 } from './patients/person-registered.v1.js';
export { PersonStateChangedV1 } from './patients/person-state-changed.v1.js';
export { HeldState, PersonUnmergedV1, StandingAfterUnmerge } from './patients/person-unmerged.v1.js';
export { PersonTaggedV1 } from './patients/person-tagged.v1.js';
export { PersonUntaggedV1 } from './patients/person-untagged.v1.js';
export { PersonUpdatedV1 } from './patients/person-updated.v1.js';
export { GreenChannelAcknowledgedV1 } from './follow-up/green-channel-acknowledged.v1.js';
export {
  GREEN_CHANNEL_OUTCOMES,
  GreenChannelClosedV1,
  type GreenChannelOutcome,
} from './follow-up/green-channel-closed.v1.js';
export { GreenChannelEscalatedV1 } from './follow-up/green-channel-escalated.v1.js';
export { GreenChannelOpenedV1 } from './follow-up/green-channel-opened.v1.js';
export { FollowUpMessageRequestedV1 } from './follow-up/message-requested.v1.js';
export { PlanCreatedV1 } from './follow-up/plan-created.v1.js';
export { PlanEndedV1 } from './follow-up/plan-ended.v1.js';
export { PlanPausedV1 } from './follow-up/plan-paused.v1.js';
export { PlanResumedV1 } from './follow-up/plan-resumed.v1.js';
export { AppointmentRequestedV1 } from './follow-up/appointment-requested.v1.js';
export { ComplaintCallEndedV1 } from './follow-up/complaint-call-ended.v1.js';
export { ComplaintRequestedV1 } from './follow-up/complaint-requested.v1.js';
export { RequestOfResponse } from './follow-up/request-of-response.js';
export { RecordedScore, ResponseRecordedV1 } from './follow-up/response-recorded.v1.js';
export { TaskAttemptedV1 } from './follow-up/task-attempted.v1.js';
export { TaskCancelledV1 } from './follow-up/task-cancelled.v1.js';
export { TaskCompletedV1 } from './follow-up/task-completed.v1.js';
export { TaskLapsedV1 } from './follow-up/task-lapsed.v1.js';
export { TaskOpenedV1 } from './follow-up/task-opened.v1.js';
export { DepartmentLocalCode, DepartmentSavedV1 } from './staff/department-saved.v1.js';
export { SessionRevokedV1 } from './staff/session-revoked.v1.js';
export { RoleSavedV1 } from './staff/role-saved.v1.js';
export { DutySavedV1 } from './staff/duty-saved.v1.js';
export { AccountSavedV1 } from './staff/account-saved.v1.js';
export { StaffTermSavedV1 } from './staff/term-saved.v1.js';
export { StaffMemberSavedV1 } from './staff/member-saved.v1.js';
export { SubstituteSavedV1 } from './staff/substitute-saved.v1.js';
export { NotificationSettlement } from './staff/notification-settlement.js';
export { NotificationRequest, NotificationTarget, URGENCIES, type Urgency } from './staff/notification-request.js';
export { NotificationAcknowledgedV1 } from './staff/notification-acknowledged.v1.js';
export { NotificationEscalatedV1 } from './staff/notification-escalated.v1.js';
export { NotificationMessageRequestedV1 } from './staff/notification-message-requested.v1.js';
export { NotificationSentV1 } from './staff/notification-sent.v1.js';
export { FollowUpNotificationRequestedV1 } from './follow-up/notification-requested.v1.js';
export { FollowUpNotificationSettledV1 } from './follow-up/notification-settled.v1.js';
export { TicketOpenedV1 } from './complaints/ticket-opened.v1.js';
export { TicketAttributedV1 } from './complaints/ticket-attributed.v1.js';
export { TicketClaimedV1 } from './complaints/ticket-claimed.v1.js';
export { TicketRepliedV1 } from './complaints/ticket-replied.v1.js';
export { TicketRecolouredV1 } from './complaints/ticket-recoloured.v1.js';
export { TicketReclassifiedV1 } from './complaints/ticket-reclassified.v1.js';
export { TicketReassignedV1 } from './complaints/ticket-reassigned.v1.js';
export { TicketPausedV1 } from './complaints/ticket-paused.v1.js';
export { TicketResumedV1 } from './complaints/ticket-resumed.v1.js';
export { TicketSolvedV1 } from './complaints/ticket-solved.v1.js';
export { TicketClosedV1 } from './complaints/ticket-closed.v1.js';
export { TicketRedatedV1 } from './complaints/ticket-redated.v1.js';
export { TicketReopenedV1 } from './complaints/ticket-reopened.v1.js';
export { TicketStoppedV1 } from './complaints/ticket-stopped.v1.js';
export { TicketMergedV1 } from './complaints/ticket-merged.v1.js';
export { TicketUnmergedV1 } from './complaints/ticket-unmerged.v1.js';
export { TICKET_CLOCKS, TicketEscalatedV1, type TicketClock } from './complaints/ticket-escalated.v1.js';
export { TicketFacts } from './complaints/ticket-facts.js';
export { ComplaintsErasureReportedV1 } from './complaints/erasure-reported.v1.js';
export { ComplaintsNotificationRequestedV1 } from './complaints/notification-requested.v1.js';
export {
  COMPLAINANT_TYPES,
  TICKET_CHANNELS,
  TICKET_COLOURS,
  TICKET_KINDS,
  TICKET_SETTLEMENTS,
  TICKET_STATES,
  type ComplainantType,
  type TicketChannel,
  type TicketColour,
  type TicketKind,
  type TicketSettlement,
  type TicketState,
} from './vocabulary/tickets.js';
export { ComplaintCallRequestedV1 } from './complaints/call-requested.v1.js';
export { ComplaintCallWithdrawnV1 } from './complaints/call-withdrawn.v1.js';
export { VoucherIssuedV1 } from './complaints/voucher-issued.v1.js';
export { VoucherReservedV1 } from './complaints/voucher-reserved.v1.js';
export { VoucherReleasedV1 } from './complaints/voucher-released.v1.js';
export { VoucherRedeemedV1 } from './complaints/voucher-redeemed.v1.js';
export { VoucherExpiredV1 } from './complaints/voucher-expired.v1.js';
export { VoucherVoidedV1 } from './complaints/voucher-voided.v1.js';
export { VoucherFacts } from './complaints/voucher-facts.js';
export { VoucherReservationQuestionV1 } from './complaints/voucher-reservation-question.v1.js';
export { VoucherConfirmationQuestionV1 } from './complaints/voucher-confirmation-question.v1.js';
export { VoucherReleaseQuestionV1 } from './complaints/voucher-release-question.v1.js';
export {
  type GrantedVoucher,
  type RefusedVoucher,
  type VoucherPromiseAnswer,
} from './complaints/voucher-promise-answer.js';
export { ReviewRecordedV1 } from './complaints/review-recorded.v1.js';
export { ReviewAnsweredV1 } from './complaints/review-answered.v1.js';
export { PatrolMissedV1 } from './complaints/patrol-missed.v1.js';
export { CrisisDeclaredV1 } from './complaints/crisis-declared.v1.js';
export { CrisisStatementApprovedV1 } from './complaints/crisis-statement-approved.v1.js';
export { CrisisClosedV1 } from './complaints/crisis-closed.v1.js';
export { ComplaintConfirmedV1 } from './complaints/complaint-confirmed.v1.js';
export { ComplaintOverturnedV1 } from './complaints/complaint-overturned.v1.js';
export { PraiseRecordedV1 } from './complaints/praise-recorded.v1.js';
export { PraiseApprovedV1 } from './complaints/praise-approved.v1.js';
export { PraiseDeclinedV1 } from './complaints/praise-declined.v1.js';
export { AwardPublishedV1 } from './complaints/award-published.v1.js';
export * from './vocabulary/praise.js';
export { CalendarNotedV1 } from './complaints/calendar-noted.v1.js';
