import type { MigrationClass } from '#platform';
import { CreateClocks1764010200000 } from './create-clocks.js';
import { CreateTickets1764010100000 } from './create-tickets.js';

export const complaintsMigrations: MigrationClass[] = [CreateTickets1764010100000, CreateClocks1764010200000];
