import type { MigrationClass } from '#platform';
import { CreateTickets1764010100000 } from './create-tickets.js';

export const complaintsMigrations: MigrationClass[] = [CreateTickets1764010100000];
