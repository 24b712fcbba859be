import type { MigrationClass } from '#platform';
import { CreateCases1764010300000 } from './create-cases.js';
import { CreatePraiseAndAwards1764010300001 } from './create-praise-and-awards.js';
import { CountBoardsByIndex1764030600000 } from './count-boards-by-index.js';
import { CreateBoard1764010502000 } from './create-board.js';
import { CreateComplainantVisits1764010503000 } from './create-complainant-visits.js';
import { CreateClocks1764010200000 } from './create-clocks.js';
import { CreatePublicComplaints1764010500000 } from './create-public-complaints.js';
import { CreateTicketAttachments1764010501000 } from './create-ticket-attachments.js';
import { CreateTickets1764010100000 } from './create-tickets.js';
import { FindLateClocks1764010200001 } from './find-late-clocks.js';
import { FindOpenWork1764010504000 } from './find-open-work.js';
import { FindReporters1768100400000 } from './find-reporters.js';
import { GiveVouchers1764010400001 } from './give-vouchers.js';
import { ListTicketsOfHolder1764010600000 } from './list-tickets-of-holder.js';
import { KeepDisputesOffBoards1764020100000 } from './keep-disputes-off-boards.js';
import { RedateInBatches1768100400001 } from './redate-in-batches.js';
import { TellCalendar1764030300000 } from './tell-calendar.js';
import { WorkOnTickets1764010100001 } from './work-on-tickets.js';
import { WatchReviews1764010400002 } from './watch-reviews.js';

export const complaintsMigrations: MigrationClass[] = [
  CreateTickets1764010100000,
  WorkOnTickets1764010100001,
  CreateClocks1764010200000,
  CreatePublicComplaints1764010500000,
  GiveVouchers1764010400001,
  CreateTicketAttachments1764010501000,
  CreateBoard1764010502000,
  WatchReviews1764010400002,
  FindLateClocks1764010200001,
  CreateComplainantVisits1764010503000,
  CreateCases1764010300000,
  CreatePraiseAndAwards1764010300001,
  FindOpenWork1764010504000,
  ListTicketsOfHolder1764010600000,
  KeepDisputesOffBoards1764020100000,
  TellCalendar1764030300000,
  CountBoardsByIndex1764030600000,
  FindReporters1768100400000,
  RedateInBatches1768100400001,
];
