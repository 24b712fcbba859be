import type { MigrationClass } from '#platform';
import { CreateDuty1764000002000 } from './create-duty.js';
import { CreateNotificationPreferences1764000008000 } from './create-notification-preferences.js';
import { CreateNotifications1764000006000 } from './create-notifications.js';
import { CreatePeople1764000001000 } from './create-people.js';
import { CreateSessions1764000003000 } from './create-sessions.js';
import { CreateStaff1764000000000 } from './create-staff.js';
import { IndexSessionsByAge1764000005000 } from './index-sessions-by-age.js';
import { LinkRefreshTokens1764000007000 } from './link-refresh-tokens.js';
import { SettleNotifications1768100200002 } from './settle-notifications.js';

export const staffMigrations: MigrationClass[] = [
  CreateStaff1764000000000,
  CreatePeople1764000001000,
  CreateDuty1764000002000,
  CreateSessions1764000003000,
  IndexSessionsByAge1764000005000,
  CreateNotifications1764000006000,
  LinkRefreshTokens1764000007000,
  CreateNotificationPreferences1764000008000,
  SettleNotifications1768100200002,
];
