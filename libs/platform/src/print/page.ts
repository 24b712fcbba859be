import type { PrintBlock, PrintDocument } from './print-document.js';

/** What the worker sets, as data: it can be handed to another thread. */
export interface PrintJob {
  title: string;
  hospital: string;
  printedAt: string;
  watermark: string | undefined;
  content: object[];
}

export function jobOf(document: PrintDocument, hospital: string, printedAt: string): PrintJob {
  const { title, subtitle, watermark, blocks } = document;
  const top = [
    { text: title, style: 'title' },
    ...(subtitle === undefined ? [] : [{ text: subtitle, style: 'subtitle' }]),
  ];
  return { title, hospital, printedAt, watermark, content: [...top, ...blocks.map(contentOf)] };
}

/** How much text there is, in characters: what takes the time. */
export function lengthOf({ title, subtitle = '', blocks }: PrintDocument): number {
  return blocks.reduce((sum, block) => sum + blockLength(block), title.length + subtitle.length);
}

function blockLength(block: PrintBlock): number {
  if ('heading' in block) return block.heading.length;
  if ('text' in block) return block.text.length;
  const lines = 'facts' in block ? block.facts : [block.table.head, ...block.table.rows];
  return lines.flat().reduce((sum, text) => sum + text.length + 1, 0);
}

function contentOf(block: PrintBlock): object {
  if ('heading' in block) return { text: block.heading, style: 'heading', headlineLevel: 1 };
  if ('text' in block) return { text: block.text, style: 'text' };
  if ('facts' in block) {
    const body = block.facts.map(([name, value]) => [{ text: name, style: 'name' }, { text: value }]);
    return { table: { widths: ['28%', '*'], body }, layout: 'noBorders', style: 'text' };
  }
  const { head, rows, widths = head.map(() => 1) } = block.table;
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: widths.map((width, index) => (index === widths.length - 1 ? '*' : `${(width / whole) * 100}%`)),
      body: [head.map((text) => ({ text, style: 'head' })), ...rows],
    },
    layout: 'lightHorizontalLines',
    style: 'table',
  };
}
