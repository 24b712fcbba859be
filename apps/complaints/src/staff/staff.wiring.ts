import { KnownStaff } from './known-staff.js';
import { KnownStaffConsumer } from './known-staff.consumer.js';
import { KnownStaffPersonData } from './known-staff.person-data.js';

/** Who works here, as staff tells it. */
export const STAFF_CONTROLLERS = [KnownStaffConsumer];
export const STAFF_PROVIDERS = [KnownStaff, KnownStaffPersonData];
