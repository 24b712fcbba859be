import type { PrintDocument } from '#platform';
import type { Attachment } from '../attachments/attachments.dto.js';
import type { Ticket, TicketEntry } from '../tickets/tickets.dto.js';
import { CHANNELS, COLOURS, KINDS, STATES, STEPS } from './dossier-words.js';

/** What a dossier is made of, masked for its reader. */
export interface DossierParts {
  ticket: Ticket;
  story: TicketEntry[];
  attachments: Attachment[];
  /** Who took the print and when, across every page. */
  watermark: string;
}

/** The whole of a complaint on paper, Chinese first. `timeOf` says a moment as the hospital's clocks do. */
export function dossierOf(parts: DossierParts, timeOf: (at: Date) => string): PrintDocument {
  const at = (moment: string | null) => (moment === null ? '–' : timeOf(new Date(moment)));
  const { ticket, story, attachments, watermark } = parts;
  return {
    title: `投诉档案 ${ticket.number}`,
    subtitle: `Dossier of ticket ${ticket.number}`,
    watermark,
    blocks: [
      { facts: factsOf(ticket, at) },
      { heading: '内容 What was said' },
      { text: ticket.subject },
      { text: ticket.text },
      { heading: '处理结果 Solution' },
      { text: ticket.solution ?? ticket.stopReason ?? '–' },
      { heading: '经过 Every step' },
      {
        table: {
          head: ['时间 Time', '事项 What', '操作人 Who', '由 From', '至 To', '说明 Note'],
          rows: story.map((entry) => stepRow(entry, ticket, at)),
          widths: [4, 4, 3, 3, 3, 6],
        },
      },
      { heading: '附件 Attachments' },
      attachments.length === 0
        ? { text: '无 None' }
        : {
            table: {
              head: ['时间 Time', '名称 Name', '添加人 Who', 'SHA-256'],
              rows: attachments.map(({ addedAt, name, addedBy, sha256 }) => [
                at(addedAt),
                name,
                addedBy ?? '–',
                sha256,
              ]),
              widths: [3, 4, 2, 6],
            },
          },
    ],
  };
}

function factsOf(ticket: Ticket, at: (moment: string | null) => string): [string, string][] {
  const { kind, medical, dispute, confidential, colour, channel, state } = ticket;
  const nature = medical === null ? null : medical ? '医疗 Medical' : '非医疗 Not medical';
  return [
    [
      '类别 Kind',
      said(KINDS[kind], nature, dispute ? '医疗纠纷 Dispute' : null, confidential ? '保密 Confidential' : null),
    ],
    ['颜色 Colour', COLOURS[colour]],
    ['状态 State', STATES[state]],
    ['渠道 Channel', CHANNELS[channel]],
    ['投诉人 Reporter', said(ticket.reporterName, ticket.reporterPhone)],
    ['患者编号 Patient', ticket.patientId ?? '–'],
    ['涉及科室 Department', ticket.departmentCode ?? '–'],
    ['处理人 Holder', ticket.holderName ?? '–'],
    ['收到 Received', at(ticket.receivedAt)],
    ['首次答复 First reply', at(ticket.repliedAt)],
    ['解决 Solved', at(ticket.solvedAt)],
    ['结束 Ended', at(ticket.endedAt)],
  ];
}

function stepRow(entry: TicketEntry, { id }: Ticket, at: (moment: string) => string): string[] {
  const { what, byName, from, to, note, ticketId } = entry;
  const merged = ticketId === id ? null : '（并入的工单 of a merged ticket）';
  return [at(entry.at), said(STEPS[what] ?? what, merged), byName ?? '系统 System', from ?? '', to ?? '', note ?? ''];
}

function said(...parts: (string | null)[]): string {
  const known = parts.filter((part) => part !== null && part !== '');
  return known.length === 0 ? '–' : known.join(' · ');
}
