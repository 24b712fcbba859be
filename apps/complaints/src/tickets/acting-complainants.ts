import { ComplaintsNotificationRequestedV1 } from '#contracts';
import { Injectable } from '@nestjs/common';
import type { Effects } from './effects.js';
import type { TicketEntity } from './ticket.entity.js';

/** Who claims damages is told to finance and legal, once a ticket (CP-4). */
@Injectable()
export class ActingComplainants {
  tell({ id, number, dispute, confidential }: Readonly<TicketEntity>, effects: Effects): void {
    const legal = { role: 'legal' as const };
    effects.event(ComplaintsNotificationRequestedV1, {
      purpose: 'complaints.damages-claimed',
      subjectType: 'ticket',
      subjectId: id,
      occasion: 'once',
      urgency: 'normal',
      titleZh: `工单 ${number} 提出索赔`,
      titleEn: `Ticket ${number} claims damages`,
      textZh: `工单 ${number} 的反映人提出索赔（行动型），请法务、财务跟进。`,
      textEn: `Whoever complained in ticket ${number} claims damages (acting type): legal and finance are asked to follow it.`,
      link: `/complaints/tickets/${id}`,
      // Finance sees neither disputes nor what was told in confidence.
      to: dispute || confidential ? [legal] : [{ role: 'finance' }, legal],
      next: [],
    });
  }
}
