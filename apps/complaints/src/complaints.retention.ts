import { Retention, type KeptTable, type RetentionRule, type RetentionSource } from '#platform';

const RECORD = 'the file of a complaint, kept as the medical record: who asked, and what was done';
const PROMISES = 'part of the file: what was promised by when, and whether it was kept';
const CALENDARS = 'settings: a deadline is explained by them for as long as it stands in a file';
const STAFF = 'copy of staff: tickets are handed to people who work here';

@Retention()
export class ComplaintsRetention implements RetentionSource {
  rules(): RetentionRule[] {
    return [];
  }

  kept(): KeptTable[] {
    return [
      ...['ticket', 'ticket_entry', 'public_complaint', 'ticket_attachment'].map((table) => ({
        table,
        reason: RECORD,
      })),
      ...['clock', 'clock_pause', 'clock_trail'].map((table) => ({ table, reason: PROMISES })),
      ...['colour_clock', 'working_hours', 'calendar_year'].map((table) => ({ table, reason: CALENDARS })),
      { table: 'ticket_search', reason: 'as the ticket: what it is found by' },
      { table: 'ticket_watcher', reason: 'as the ticket: who wants to hear of it' },
      ...['known_member', 'known_account', 'known_department'].map((table) => ({ table, reason: STAFF })),
      ...['colour_setting', 'canned_reply'].map((table) => ({ table, reason: 'settings' })),
      { table: 'person', reason: 'as long as patients keeps its own' },
    ];
  }
}
